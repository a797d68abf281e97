package io.github.flippingbookemulator.internal.json;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** Writes times as the service does: in UTC, always with six digits of a second (D, O). */
public final class Timestamp {
  private static final DateTimeFormatter SIX_DIGITS =
      new DateTimeFormatterBuilder().appendInstant(6).toFormatter();

  private Timestamp() {}

  /**
   * Writes a time.
   *
   * @param time the time, cut to a microsecond
   * @return such as {@code 2024-06-03T21:01:17.766032Z}
   */
  public static String of(Instant time) {
    return SIX_DIGITS.format(time);
  }
}
