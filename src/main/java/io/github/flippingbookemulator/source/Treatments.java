package io.github.flippingbookemulator.source;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What new sources are to go through: the pace of the emulator, and exceptions for the next ones.
 */
final class Treatments {
  private final Queue<Consumer<Conversion>> nextPaces = new ArrayDeque<>();
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
    nextPaces.add(conversion -> conversion.pace(exception));
  }

  synchronized void nextPolls(int polls) {
    nextPaces.add(conversion -> conversion.arriveAfter(polls));
  }

  synchronized void nextOutcome(Outcome exception) {
    nextOutcomes.add(exception);
  }

  synchronized Conversion forNext(Source source) {
    @Nullable Consumer<Conversion> exception = nextPaces.poll();
    @Nullable Outcome outcome = nextOutcomes.poll();
    Conversion conversion =
        new Conversion(source, pace, outcome == null ? new Outcome.Natural() : outcome);
    if (exception != null) {
      exception.accept(conversion);
    }
    return conversion;
  }
}
