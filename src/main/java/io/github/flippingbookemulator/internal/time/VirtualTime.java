package io.github.flippingbookemulator.internal.time;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Emulated time: it runs at a speed against real time, or is stopped while a task of an advance
 * runs. It never turns back. The lock of the clock that owns it guards it.
 */
final class VirtualTime {
  /**
   * The greatest speed that has an effect: 32 years a second. Without it, a second at a speed of
   * 1e300 would use up all time there is, and with it every date that a test may want to reach.
   */
  static final double FASTEST = 1e9;

  /** No time is later, so that adding a century to a time never overflows. */
  static final Instant END = Instant.parse("+100000000-01-01T00:00:00Z");

  private Instant base;
  private long anchor = System.nanoTime();
  private double speed;
  private boolean stopped;

  VirtualTime(Instant start, double speed) {
    if (start.isAfter(END)) {
      throw new IllegalArgumentException("no clock starts that late: " + start);
    }
    this.base = start.truncatedTo(ChronoUnit.MICROS);
    this.speed = checked(speed);
  }

  Instant now() {
    if (stopped || speed == 0) {
      return base;
    }
    double micros = (System.nanoTime() - anchor) * Math.min(speed, FASTEST) / 1000;
    return earlier(END, base.plus((long) micros, ChronoUnit.MICROS));
  }

  double speed() {
    return speed;
  }

  void speed(double newSpeed) {
    double next = checked(newSpeed);
    anchorAt(now());
    speed = next;
  }

  /** Stops the time; until {@link #goOn}, only {@link #move} changes it. */
  void stop() {
    anchorAt(now());
    stopped = true;
  }

  /** Moves the time forward. */
  void move(Duration step) {
    anchorAt(earlier(END, now().plus(step)));
  }

  /** Lets a stopped time run again. */
  void goOn() {
    if (stopped) {
      anchorAt(base);
      stopped = false;
    }
  }

  /** How many real nanoseconds it takes until a time, 0 or more, if the speed stays the same. */
  long realNanosUntil(Instant due) {
    Duration emulated = Duration.between(now(), due); // in nanoseconds it can exceed a long
    double nanos = emulated.getSeconds() * 1e9 + emulated.getNano();
    return (long) Math.max(0, nanos / Math.min(speed, FASTEST));
  }

  private void anchorAt(Instant time) {
    base = time;
    anchor = System.nanoTime();
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static double checked(double speed) {
    if (!(speed >= 0) || Double.isInfinite(speed)) {
      throw new IllegalArgumentException("speed must be a number from 0 (frozen) up, not " + speed);
    }
    return speed == 0 ? 0 : speed; // there is a negative zero, which is the same
  }
}
