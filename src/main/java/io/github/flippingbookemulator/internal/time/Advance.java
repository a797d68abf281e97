package io.github.flippingbookemulator.internal.time;

import java.time.Duration;
import java.time.Instant;

/** An advance of the clock that is under way. The clock's lock guards {@link #left}. */
final class Advance {
  /** It waits for work of this generation and of earlier ones. */
  final long generation;

  /** How long it still waits for the world outside. */
  final RealTimeLimit outside;

  private final Stopwatch stopwatch = Stopwatch.start();
  private final Duration limit;
  private Duration left;

  Advance(long generation, Duration step, Duration limit) {
    this.generation = generation;
    this.left = step;
    this.limit = limit;
    this.outside = new RealTimeLimit(limit);
  }

  /** How far the clock is still to be moved. */
  Duration left() {
    return left;
  }

  void moved(Duration part) {
    left = left.minus(part);
  }

  /** Whether it may run a task: it does not go on for ever with what others have begun. */
  boolean takes(Task task, Instant end) {
    return !task.due().isAfter(end)
        && (task.generation() <= generation || stopwatch.elapsed().compareTo(limit) < 0);
  }
}
