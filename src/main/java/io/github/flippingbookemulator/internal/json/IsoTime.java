package io.github.flippingbookemulator.internal.json;

import io.github.flippingbookemulator.internal.fidelity.Reliance;
import io.github.flippingbookemulator.internal.fidelity.Statement;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads times in the usual forms of ISO 8601: with an offset written in any way, without one, which
 * means UTC, or a date alone, which means its first instant in UTC (both E).
 */
public final class IsoTime {
  private static final DateTimeFormatter FORMS =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendLiteral('T')
          .appendPattern("HH:mm[:ss]")
          .optionalStart()
          .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
          .optionalEnd()
          .appendPattern("[XXX][XX][X]")
          .optionalEnd()
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private static final Pattern DATE = Pattern.compile("[+-]?\\d{4,}-\\d\\d-\\d\\d.*");
  private static final Pattern TIME = Pattern.compile("\\d{1,2}:\\d\\d.*");

  private IsoTime() {}

  /**
   * Reads a time.
   *
   * @param text the time
   * @return empty if it has no form of ISO 8601, or is no time that there is
   */
  public static Optional<Instant> parse(String text) {
    try {
      TemporalAccessor time =
          FORMS.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
      if (time instanceof OffsetDateTime atOffset) {
        return Optional.of(atOffset.toInstant());
      }
      Reliance.on(Statement.LINK_NOT_OPENED_FORMS);
      LocalDateTime local =
          time instanceof LocalDate date ? date.atStartOfDay() : LocalDateTime.from(time);
      return Optional.of(local.toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * Says what a text that cannot be read lacks.
   *
   * @param text the text
   * @return such as "the date before the time"
   */
  public static String missingIn(String text) {
    if (TIME.matcher(text).matches()) {
      return "the date before the time";
    }
    if (!DATE.matcher(text).matches()) {
      return "a date such as 2026-12-01";
    }
    String time = text.substring(text.indexOf('-', 1) + 6);
    if (time.isEmpty()) {
      return "a date that there is";
    }
    return Character.toUpperCase(time.charAt(0)) == 'T'
        ? "a time that there is after the T, such as 10:00:00"
        : "the T between date and time";
  }
}
