package io.github.flippingbookemulator.testkit;

import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.http.RateLimit;
import io.github.flippingbookemulator.source.Pace;

/** Options of an emulator whose clock is frozen and which converts at once. */
public final class TestEmulator {
  public static final EmulatorOptions IMMEDIATE =
      EmulatorOptions.defaults().speed(0).pace(Pace.IMMEDIATE).rateLimit(RateLimit.OFF);

  private TestEmulator() {}
}
