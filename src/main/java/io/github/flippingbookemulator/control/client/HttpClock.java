package io.github.flippingbookemulator.control.client;

import io.github.flippingbookemulator.internal.control.ClockRoutes.Advance;
import io.github.flippingbookemulator.internal.control.ClockRoutes.Speed;
import io.github.flippingbookemulator.internal.control.ClockRoutes.State;
import io.github.flippingbookemulator.time.ClockControl;
import java.time.Duration;
import java.time.Instant;

/** The clock of a remote emulator. */
record HttpClock(ControlClient calls) implements ClockControl {
  @Override
  public Instant now() {
    return calls.get("/clock", State.class).now();
  }

  @Override
  public double speed() {
    return calls.get("/clock", State.class).speed();
  }

  @Override
  public void speed(double newSpeed) {
    if (!Double.isFinite(newSpeed)) {
      throw new IllegalArgumentException("JSON has no number for a speed of " + newSpeed);
    }
    calls.put("/clock", new Speed(newSpeed));
  }

  @Override
  public void freeze() {
    calls.post("/clock/freeze");
  }

  @Override
  public void advance(Duration step) {
    calls.post("/clock/advance", new Advance(step));
  }
}
