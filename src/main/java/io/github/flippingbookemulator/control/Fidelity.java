package io.github.flippingbookemulator.control;

import java.util.List;

/**
 * A row of the fidelity table: a behavior of the emulator, and the evidence for it.
 *
 * @param group its topic
 * @param grades D (the vendor's documentation says so), H (an earlier edition said so), O (seen in
 *     a public recording or client), E (the emulator's own decision)
 * @param what the behavior, in Markdown
 */
public record Fidelity(String group, List<String> grades, String what) {
  /** Copies the grades. */
  public Fidelity {
    grades = List.copyOf(grades);
  }
}
