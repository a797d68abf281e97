package io.github.flippingbookemulator.internal.time;

import java.time.Duration;

/** How long something may still wait in real time, over several waits. */
final class RealTimeLimit {
  private Duration left;

  RealTimeLimit(Duration limit) {
    left = limit;
  }

  /** Waits, for a number of milliseconds that is not 0. */
  interface Wait {
    void upTo(long millis) throws InterruptedException;
  }

  boolean isOver() {
    return left.isZero() || left.isNegative();
  }

  /** Waits at most as long as is left, and takes the time off. */
  void spend(Wait wait) throws InterruptedException {
    Stopwatch stopwatch = Stopwatch.start();
    wait.upTo(Math.max(1, left.toMillis()));
    left = left.minus(stopwatch.elapsed());
  }
}
