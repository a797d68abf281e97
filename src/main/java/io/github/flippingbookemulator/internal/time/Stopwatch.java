package io.github.flippingbookemulator.internal.time;

import java.time.Duration;

/** Measures real time, for what happens outside the emulator. */
public final class Stopwatch {
  private final long started = System.nanoTime();

  private Stopwatch() {}

  /**
   * Starts measuring.
   *
   * @return a running stopwatch
   */
  public static Stopwatch start() {
    return new Stopwatch();
  }

  /**
   * Reads the stopwatch.
   *
   * @return the real time since its start
   */
  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - started);
  }
}
