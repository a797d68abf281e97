package io.github.flippingbookemulator.source;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * What new sources are to go through: the pace of the emulator, and exceptions for the next ones.
 */
final class Treatments {
  private final Queue<Pace> nextPaces = new ArrayDeque<>();
  private final Queue<Outcome> nextOutcomes = new ArrayDeque<>();
  private Pace pace;

  Treatments(Pace pace) {
    this.pace = pace;
  }

  synchronized Pace pace() {
    return pace;
  }

  synchronized void pace(Pace newPace) {
    pace = newPace;
  }

  synchronized void nextPace(Pace exception) {
    nextPaces.add(exception);
  }

  synchronized void nextOutcome(Outcome exception) {
    nextOutcomes.add(exception);
  }

  synchronized Conversion forNext(Source source) {
    @Nullable Pace exception = nextPaces.poll();
    @Nullable Outcome outcome = nextOutcomes.poll();
    return new Conversion(
        source,
        exception == null ? pace : exception,
        outcome == null ? new Outcome.Natural() : outcome);
  }
}
