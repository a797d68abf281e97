package io.github.flippingbookemulator.internal.time;

import io.github.flippingbookemulator.internal.option.Option;
import io.github.flippingbookemulator.internal.option.ValueTypes;
import java.time.Duration;
import java.time.Instant;

/** The options of the clock. */
public final class ClockOptions {
  /** How fast the clock runs. */
  public static final Option<Double> SPEED =
      new Option<>(
          "speed",
          new ValueTypes.Factor(),
          1.0,
          "Emulated seconds a real second; 0 stops the clock, and above 1e9 it gets no faster.");

  /** When the clock starts. */
  public static final Option<Instant> START_TIME =
      new Option<>(
          "startTime",
          new ValueTypes.Time(),
          null,
          "What the clock shows at the start and after a reset, such as 2030-01-31T12:00:00Z."
              + " Default: the real time.");

  /** How long an advance waits for the world outside. */
  public static final Option<Duration> ADVANCE_LIMIT =
      new Option<>(
          "advanceLimit",
          ValueTypes.TimeSpan.fromZero(),
          Duration.ofSeconds(10),
          "How long advancing the clock waits for the receivers of webhooks and for downloads, in"
              + " real time.");

  private ClockOptions() {}
}
