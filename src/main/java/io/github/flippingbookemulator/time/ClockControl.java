package io.github.flippingbookemulator.time;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The clock of an emulator, for tests: to read, freeze, speed up and advance it. */
public interface ClockControl {
  /**
   * Reads the clock. It never goes backwards.
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
   * @param newSpeed emulated seconds per real second, 0 or more; what is above 1e9, 32 years a
   *     second, has the effect of 1e9
   * @throws IllegalArgumentException if the speed is negative or not a finite number
   */
  void speed(double newSpeed);

  /** Stops the clock, as {@code speed(0)} does; it can still be advanced. */
  void freeze();

  /**
   * Moves the clock forward and runs all tasks that become due, in due order, each at its own time.
   * Before each move, it waits for background work: for what was under way when it was called, and
   * for what comes of that or of a task; not for what other calls begin meanwhile. What depends on
   * the world outside, such as the receiver of a webhook, it waits for only as long as the option
   * {@code advanceLimit} says, 10 s of real time by default; then it goes on without it.
   *
   * <p>There is one time for all: while an advance waits, everybody sees the time that it has
   * reached, and from there the clock runs on at its speed, so that nothing else stops. Several
   * advances at once add up.
   *
   * @param step how far, zero or more; a running clock runs on top of it
   * @return what it did not wait for any longer, in words; almost always empty
   * @throws IllegalArgumentException if the step is negative, or ends after the year 100,000,000
   * @throws IllegalStateException if called by a task of this clock, by background work or by a
   *     listener of events, which would wait for itself; on a clock that a reset has closed; or if
   *     the waiting thread is interrupted, and then the clock stays where it is
   */
  List<Pending> advance(Duration step);
}
