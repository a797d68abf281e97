package io.github.flippingbookemulator.time;

import java.time.Duration;
import java.time.Instant;

/** The clock of an emulator, for tests: to read, freeze, speed up and advance it. */
public interface ClockControl {
  /**
   * Reads the clock.
   *
   * @return the emulated time, in whole microseconds
   */
  Instant now();

  /**
   * Returns how fast the clock runs.
   *
   * @return emulated seconds per real second; 0 if the clock stands still
   */
  double speed();

  /**
   * Changes the speed of the clock.
   *
   * @param newSpeed emulated seconds per real second, 0 or more
   * @throws IllegalArgumentException if the speed is negative or not a finite number
   */
  void speed(double newSpeed);

  /** Stops the clock, as {@code speed(0)} does; it can still be advanced. */
  void freeze();

  /**
   * Moves the clock forward and runs all tasks that become due, in due order, each at its own time.
   * It waits for background work, also for work that a task starts, before it moves the clock on.
   *
   * @param step how far, zero or more
   * @throws IllegalArgumentException if the step is negative, or ends beyond {@link Instant#MAX}
   * @throws IllegalStateException if called by a task of this clock or by background work, which
   *     would wait for itself, or on a clock that a reset has closed
   */
  void advance(Duration step);
}
