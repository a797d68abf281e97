package io.github.flippingbookemulator.internal.source;

import io.github.flippingbookemulator.source.Outcome;
import io.github.flippingbookemulator.source.Pace;
import java.util.List;

/**
 * The settings for new sources.
 *
 * @param pace what triggers their steps
 * @param nextPacings exceptions for the next sources, in order
 * @param nextOutcomes the outcomes of the next sources, in order
 */
public record ConversionsState(
    Pace pace, List<PaceSetting> nextPacings, List<Outcome> nextOutcomes) {
  /** Copies the lists. */
  public ConversionsState {
    nextPacings = List.copyOf(nextPacings);
    nextOutcomes = List.copyOf(nextOutcomes);
  }
}
