package io.github.flippingbookemulator.fidelity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement about the service that the emulator acts on, and how it is known.
 *
 * @param id its name, such as {@code link.without-title}, which stays the same in later versions
 * @param group its topic
 * @param grades how it is known; several if parts of it are known differently
 * @param text the behavior, in Markdown
 * @param evidence where the evidence is, in words
 * @param counted whether {@link FidelityControl#used} and the journal tell which calls relied on
 *     it; false for what is documented, is about every answer, or needs a test that asks for it
 * @param confirmed the newest day on which a live run confirmed it, such as {@code 2026-12-31};
 *     null if none has
 */
public record FidelityStatement(
    String id,
    String group,
    List<Grade> grades,
    String text,
    String evidence,
    boolean counted,
    @Nullable String confirmed) {
  /** Copies the grades. */
  public FidelityStatement {
    grades = List.copyOf(grades);
  }
}
