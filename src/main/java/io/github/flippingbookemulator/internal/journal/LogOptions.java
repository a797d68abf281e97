package io.github.flippingbookemulator.internal.journal;

import io.github.flippingbookemulator.internal.option.ChoiceTypes;
import io.github.flippingbookemulator.internal.option.Option;
import io.github.flippingbookemulator.internal.option.OptionGroup;
import io.github.flippingbookemulator.journal.LogFormat;
import io.github.flippingbookemulator.journal.LogLevel;
import java.util.List;

/** The options of the log. */
public final class LogOptions {
  /** How much is logged. */
  public static final Option<LogLevel> LOG =
      new Option<>(
          "log",
          OptionGroup.LOG,
          new ChoiceTypes.OneOf<>(LogLevel.values()),
          LogLevel.DEFAULT,
          "What goes to standard error: quiet (the emulator's own faults), default (also what"
              + " fails that a client has begun), or requests (also a line for each request), with"
              + " keys and tokens masked.");

  /** What a line of the log looks like. */
  public static final Option<LogFormat> LOG_FORMAT =
      new Option<>(
          "logFormat",
          OptionGroup.LOG,
          new ChoiceTypes.OneOf<>(LogFormat.values()),
          LogFormat.TEXT,
          "What a line of the log looks like: text, or json for a JSON object. Times are real"
              + " ones.");

  /** All of them. */
  public static final List<Option<?>> OPTIONS = List.of(LOG, LOG_FORMAT);

  private LogOptions() {}
}
