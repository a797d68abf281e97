package io.github.flippingbookemulator.internal.time;

import java.time.Duration;

/**
 * When a computation must have ended, in real time. It asks often, and stops by itself; nobody can
 * stop a thread from outside.
 */
public final class Deadline {
  private final long end;
  private final Duration limit;

  private Deadline(Duration limit) {
    this.limit = limit;
    this.end = System.nanoTime() + limit.toNanos();
  }

  /**
   * Makes a deadline.
   *
   * @param limit how long the computation may take from now on, up to a century
   * @return the deadline
   */
  public static Deadline after(Duration limit) {
    return new Deadline(limit);
  }

  /**
   * Returns the length of the time that the computation had.
   *
   * @return as given
   */
  public Duration limit() {
    return limit;
  }

  /**
   * Tells whether the computation must stop. It takes some nanoseconds.
   *
   * @return true once the time is over, or if nobody wants the result any more
   */
  public boolean isOver() {
    return System.nanoTime() - end >= 0 || Thread.currentThread().isInterrupted();
  }
}
