package io.github.flippingbookemulator.internal.control;

import io.github.flippingbookemulator.internal.control.ControlOperation.Nothing;
import io.github.flippingbookemulator.time.ClockControl;
import io.github.flippingbookemulator.time.Pending;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The clock over HTTP. */
public final class ClockOperations {
  private static final String CLOCK = "/clock";

  /** What the clock shows, and how fast it runs. */
  public record Clock(Instant now, double speed) {
    static Clock of(ClockControl clock) {
      return new Clock(clock.now(), clock.speed());
    }
  }

  /** Emulated seconds a real second; 0 stops the clock. */
  public record ClockSpeed(double speed) {}

  /** How far to move the clock on. */
  public record ClockAdvance(Duration by) {}

  /** What the clock shows after an advance, and what the advance did not wait for. */
  public record AdvancedClock(Instant now, double speed, List<Pending> notAwaited) {}

  /** Reads the clock. */
  public static final ControlOperation<Nothing, Clock> READ =
      ControlOperation.read(
          CLOCK,
          "Read the clock and its speed.",
          Clock.class,
          (emulator, call) -> Clock.of(emulator.clock()));

  /** Changes the speed. */
  public static final ControlOperation<ClockSpeed, Clock> SPEED =
      ControlOperation.change(
          "PUT",
          CLOCK,
          "Let the clock run at another speed.",
          ClockSpeed.class,
          Clock.class,
          (emulator, call, body) -> {
            emulator.clock().speed(body.speed());
            return Clock.of(emulator.clock());
          });

  /** Stops the clock. */
  public static final ControlOperation<Nothing, Clock> FREEZE =
      ControlOperation.change(
          "POST",
          CLOCK + "/freeze",
          "Let the clock stand still.",
          Nothing.class,
          Clock.class,
          (emulator, call, body) -> {
            emulator.clock().freeze();
            return Clock.of(emulator.clock());
          });

  /** Moves the clock on. */
  public static final ControlOperation<ClockAdvance, AdvancedClock> ADVANCE =
      ControlOperation.change(
          "POST",
          CLOCK + "/advance",
          "Move the clock on; what falls due has happened when the answer comes.",
          ClockAdvance.class,
          AdvancedClock.class,
          (emulator, call, body) -> {
            List<Pending> notAwaited = emulator.clock().advance(body.by());
            return new AdvancedClock(emulator.clock().now(), emulator.clock().speed(), notAwaited);
          });

  static final List<ControlOperation<?, ?>> ALL = List.of(READ, SPEED, FREEZE, ADVANCE);

  private ClockOperations() {}
}
