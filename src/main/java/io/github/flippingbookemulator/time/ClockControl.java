package io.github.flippingbookemulator.time;

import java.time.Duration;
import java.time.Instant;

/** The one clock of an emulator, as a test sees it: to read, to stop, to hurry and to move on. */
public interface ClockControl {
  /**
   * Reads the clock.
   *
   * @return the emulated time, in whole microseconds
   */
  Instant now();

  /**
   * Tells how fast the clock runs.
   *
   * @return emulated seconds a real second; 0 stands still
   */
  double speed();

  /**
   * Lets the clock run at another speed from now on.
   *
   * @param newSpeed emulated seconds a real second, 0 or more
   * @throws IllegalArgumentException if the speed is negative or not a finite number
   */
  void speed(double newSpeed);

  /** Lets the clock stand still, as {@code speed(0)} does; it can still be advanced. */
  void freeze();

  /**
   * Moves the clock on and runs all that falls due on the way, in due order, each task at its own
   * time. Background work that is under way, or begins on the way, is waited for before the clock
   * moves past it.
   *
   * @param step how far, zero or more
   * @throws IllegalArgumentException if the step is negative, or ends beyond {@link Instant#MAX}
   * @throws IllegalStateException if called by a task of this clock or by background work, which
   *     would wait for itself, or on a clock that a reset has closed
   */
  void advance(Duration step);
}
