package io.github.flippingbookemulator.internal.time;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Emulated time: it runs at a speed against real time, or is stopped while the clock is advanced.
 * The lock of the clock that owns it guards it.
 */
final class VirtualTime {
  private Instant base;
  private long anchor = System.nanoTime();
  private double speed;
  private boolean stopped;

  VirtualTime(Instant start, double speed) {
    this.base = start.truncatedTo(ChronoUnit.MICROS);
    this.speed = checked(speed);
  }

  Instant now() {
    if (stopped || speed == 0) {
      return base;
    }
    double elapsed = (System.nanoTime() - anchor) * speed;
    return base.plus((long) (elapsed / 1000), ChronoUnit.MICROS);
  }

  double speed() {
    return speed;
  }

  void speed(double newSpeed) {
    checked(newSpeed);
    anchorAt(now());
    speed = newSpeed;
  }

  /** Stops the time; until {@link #goOn}, only {@link #jumpTo} changes it. */
  void stop() {
    anchorAt(now());
    stopped = true;
  }

  /** Moves a stopped time forward, never back. */
  void jumpTo(Instant time) {
    if (stopped && time.isAfter(base)) {
      base = time;
    }
  }

  /** Lets a stopped time run again, from the given time. */
  void goOn(Instant from) {
    anchorAt(from);
    stopped = false;
  }

  /** How many real nanoseconds it takes until a time, 0 or more, if the speed stays the same. */
  long realNanosUntil(Instant due) {
    Duration emulated = Duration.between(now(), due); // in nanoseconds it can exceed a long
    return (long) Math.max(0, (emulated.getSeconds() * 1e9 + emulated.getNano()) / speed);
  }

  private void anchorAt(Instant time) {
    base = time;
    anchor = System.nanoTime();
  }

  private static double checked(double speed) {
    if (!(speed >= 0) || Double.isInfinite(speed)) {
      throw new IllegalArgumentException("speed must be a number from 0 (frozen) up, not " + speed);
    }
    return speed;
  }
}
