package io.github.flippingbookemulator.internal.time;

import io.github.flippingbookemulator.internal.option.NumberTypes;
import io.github.flippingbookemulator.internal.option.Option;
import io.github.flippingbookemulator.internal.option.OptionGroup;
import io.github.flippingbookemulator.internal.option.TimeTypes;
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
          "Emulated seconds a real second; 0 stops the clock.");

  /** When the clock starts. */
  public static final Option<Instant> START_TIME =
      new Option<>(
          "startTime",
          OptionGroup.TIME,
          new TimeTypes.Time(),
          null,
          "What the clock shows at the start and after a reset, such as 2030-01-31T12:00:00Z."
              + " Default: the real time.");

  /** All of them. */
  public static final List<Option<?>> OPTIONS = List.of(SPEED, START_TIME);

  private ClockOptions() {}
}
