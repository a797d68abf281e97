package io.github.flippingbookemulator.internal.time;

import io.github.flippingbookemulator.internal.option.NumberTypes;
import io.github.flippingbookemulator.internal.option.Option;
import io.github.flippingbookemulator.internal.option.OptionGroup;
import io.github.flippingbookemulator.internal.option.TimeTypes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The options of the clock. */
public final class ClockOptions {
  /** How fast the clock runs. */
  public static final Option<Double> SPEED =
      new Option<>(
          "speed",
          OptionGroup.TIME,
          new NumberTypes.Factor(),
          1.0,
          "Emulated seconds a real second; 0 stops the clock, and above 1e9 it gets no faster.");

  /** When the clock starts. */
  public static final Option<Instant> START_TIME =
      new Option<>(
          "startTime",
          OptionGroup.TIME,
          new TimeTypes.Time(),
          null,
          "What the clock shows at the start and after a reset, such as 2030-01-31T12:00:00Z."
              + " Default: the real time.");

  /** How long an advance waits for the world outside. */
  public static final Option<Duration> ADVANCE_LIMIT =
      new Option<>(
          "advanceLimit",
          OptionGroup.TIME,
          TimeTypes.TimeSpan.fromZero(),
          Duration.ofSeconds(10),
          "How long advancing the clock waits for the receivers of webhooks and for downloads, in"
              + " real time.");

  /** All of them. */
  public static final List<Option<?>> OPTIONS = List.of(SPEED, START_TIME, ADVANCE_LIMIT);

  private ClockOptions() {}
}
