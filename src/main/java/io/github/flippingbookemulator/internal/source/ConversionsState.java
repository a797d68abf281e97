package io.github.flippingbookemulator.internal.source;

import io.github.flippingbookemulator.source.Outcome;
import io.github.flippingbookemulator.source.Pace;
import java.util.List;

/**
 * What new sources are to go through.
 *
 * @param pace what moves them on
 * @param nextPacings exceptions for the next ones, in order
 * @param nextOutcomes what is to become of the next ones, in order
 */
public record ConversionsState(
    Pace pace, List<PaceSetting> nextPacings, List<Outcome> nextOutcomes) {
  /** Copies the lists. */
  public ConversionsState {
    nextPacings = List.copyOf(nextPacings);
    nextOutcomes = List.copyOf(nextOutcomes);
  }
}
