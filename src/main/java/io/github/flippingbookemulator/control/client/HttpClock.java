package io.github.flippingbookemulator.control.client;

import io.github.flippingbookemulator.internal.control.ClockOperations;
import io.github.flippingbookemulator.internal.control.ClockOperations.ClockAdvance;
import io.github.flippingbookemulator.internal.control.ClockOperations.ClockSpeed;
import io.github.flippingbookemulator.time.ClockControl;
import io.github.flippingbookemulator.time.Pending;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The clock of a remote emulator. */
record HttpClock(ControlClient calls) implements ClockControl {
  @Override
  public Instant now() {
    return calls.call(ClockOperations.READ).now();
  }

  @Override
  public double speed() {
    return calls.call(ClockOperations.READ).speed();
  }

  @Override
  public void speed(double newSpeed) {
    if (!Double.isFinite(newSpeed)) {
      throw new IllegalArgumentException("JSON has no number for a speed of " + newSpeed);
    }
    calls.call(ClockOperations.SPEED, new ClockSpeed(newSpeed));
  }

  @Override
  public void freeze() {
    calls.call(ClockOperations.FREEZE);
  }

  @Override
  public List<Pending> advance(Duration step) {
    return calls.call(ClockOperations.ADVANCE, new ClockAdvance(step)).notAwaited();
  }
}
