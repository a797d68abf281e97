package io.github.flippingbookemulator.internal.option;

import io.github.flippingbookemulator.internal.option.ValueType.Form;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Moments and durations. */
public final class TimeTypes {
  private TimeTypes() {}

  /** A moment. */
  public static final class Time extends ValueType<Instant> {
    private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

    /** The only one of its kind. */
    public Time() {
      super(
          "TIME",
          "a date and time from 1970 to 9998 with its offset, such as 2030-01-31T12:00:00Z",
          Form.TEXT);
    }

    @Override
    protected Instant parse(String text) {
      return OffsetDateTime.parse(text).toInstant();
    }

    @Override
    protected boolean allows(Instant value) {
      return !value.isBefore(Instant.EPOCH) && value.isBefore(END);
    }
  }

  /** A duration: {@code 500ms}, {@code 10s}, {@code 90m}, {@code 12h}, {@code 30d} or ISO 8601. */
  public static final class TimeSpan extends ValueType<Duration> {
    /** A hundred years, so that nanoseconds and dates can be computed without overflow. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final boolean positive;

    private TimeSpan(boolean positive, String rule) {
      super("DURATION", rule, Form.TEXT);
      this.positive = positive;
    }

    /** A duration from zero up. */
    public static TimeSpan fromZero() {
      return new TimeSpan(
          false, "a duration of at most 36500d, such as 30d, 12h, 90m, 10s, 500ms or P30D");
    }

    /** A duration above zero. */
    public static TimeSpan aboveZero() {
      return new TimeSpan(
          true, "a duration above zero and of at most 36500d, such as 1m, 10s, 500ms or PT10S");
    }

    @Override
    protected Duration parse(String text) {
      if (!text.matches("\\d+(ms|s|m|h|d)")) {
        return Duration.parse(text);
      }
      String unit = text.replaceFirst("\\d+", "");
      long amount = Long.parseLong(text.substring(0, text.length() - unit.length()));
      return switch (unit) {
        case "ms" -> Duration.ofMillis(amount);
        case "s" -> Duration.ofSeconds(amount);
        case "m" -> Duration.ofMinutes(amount);
        case "h" -> Duration.ofHours(amount);
        default -> Duration.ofDays(amount);
      };
    }

    @Override
    protected boolean allows(Duration value) {
      return !value.isNegative() && !(positive && value.isZero()) && value.compareTo(LONGEST) <= 0;
    }

    @Override
    public String format(Duration value) {
      if (value.isNegative() || value.getNano() % 1_000_000 != 0) {
        return value.toString();
      }
      if (value.getNano() != 0) {
        return value.toMillis() + "ms";
      }
      long seconds = value.toSeconds();
      if (seconds == 0 || seconds % 60 != 0) {
        return seconds + "s";
      }
      if (seconds % 3600 != 0) {
        return seconds / 60 + "m";
      }
      return seconds % 86_400 != 0 ? seconds / 3600 + "h" : seconds / 86_400 + "d";
    }
  }
}
