package io.github.flippingbookemulator.internal.control;

import io.github.flippingbookemulator.control.EmulatorControl;
import io.github.flippingbookemulator.time.ClockControl;
import java.time.Duration;
import java.time.Instant;

/** The clock over HTTP. */
public final class ClockRoutes {
  private final EmulatorControl emulator;

  ClockRoutes(EmulatorControl emulator) {
    this.emulator = emulator;
  }

  public record State(Instant now, double speed) {
    static State of(ClockControl clock) {
      return new State(clock.now(), clock.speed());
    }
  }

  public record Speed(double speed) {}

  public record Advance(Duration by) {}

  void addTo(ControlEndpoints table) {
    table.ask("GET", "/clock", "Read the clock and its speed.", call -> state());
    table.ask(
        "PUT",
        "/clock",
        "Let the clock run at another speed.",
        call -> {
          emulator.clock().speed(call.body(Speed.class).speed());
          return state();
        });
    table.ask(
        "POST",
        "/clock/freeze",
        "Let the clock stand still.",
        call -> {
          call.body(ControlRoutes.Nothing.class);
          emulator.clock().freeze();
          return state();
        });
    table.ask(
        "POST",
        "/clock/advance",
        "Move the clock on; what falls due has happened when the answer comes.",
        call -> {
          emulator.clock().advance(call.body(Advance.class).by());
          return state();
        });
  }

  private State state() {
    return State.of(emulator.clock());
  }
}
