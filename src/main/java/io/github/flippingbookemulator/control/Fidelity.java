package io.github.flippingbookemulator.control;

import java.util.List;

/**
 * A row of the table of fidelity: something that the emulator does, and what that rests on.
 *
 * @param group what it is about
 * @param grades D (the vendor's documentation says so), H (an earlier edition said so), O (seen in
 *     a public recording or client), E (the emulator's own decision)
 * @param what what the emulator does, in Markdown
 */
public record Fidelity(String group, List<String> grades, String what) {
  /** Copies the grades. */
  public Fidelity {
    grades = List.copyOf(grades);
  }
}
