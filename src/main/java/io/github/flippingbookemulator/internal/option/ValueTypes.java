package io.github.flippingbookemulator.internal.option;

import io.github.flippingbookemulator.internal.option.ValueType.Form;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The types of values that options take. */
public final class ValueTypes {
  private ValueTypes() {}

  /** A whole number of 32 bits within bounds. */
  public static final class WholeNumber extends ValueType<Integer> {
    private final int least;
    private final int most;

    /** A number from {@code least} to {@code most}, both included. */
    public WholeNumber(int least, int most) {
      super(
          "N",
          "a whole number from " + least + (most == Integer.MAX_VALUE ? " up" : " to " + most),
          Form.SCALAR);
      this.least = least;
      this.most = most;
    }

    @Override
    protected Integer parse(String text) {
      return Integer.valueOf(text);
    }

    @Override
    protected boolean allows(Integer value) {
      return value >= least && value <= most;
    }
  }

  /** Any whole number of 64 bits. */
  public static final class LongNumber extends ValueType<Long> {
    /** The only one of its kind. */
    public LongNumber() {
      super("N", "a whole number of at most 64 bits", Form.SCALAR);
    }

    @Override
    protected Long parse(String text) {
      return Long.valueOf(text);
    }
  }

  /** A finite number from 0 up. */
  public static final class Factor extends ValueType<Double> {
    /** The only one of its kind. */
    public Factor() {
      super("FACTOR", "a number from 0 up", Form.SCALAR);
    }

    @Override
    protected Double parse(String text) {
      return new BigDecimal(text).doubleValue();
    }

    @Override
    protected boolean allows(Double value) {
      return value >= 0 && Double.isFinite(value);
    }

    @Override
    public String format(Double value) {
      return Double.isFinite(value)
          ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
          : value.toString();
    }
  }

  /** True or false. */
  public static final class Switch extends ValueType<Boolean> {
    /** The only one of its kind. */
    public Switch() {
      super("true|false", "true or false", Form.SWITCH);
    }

    @Override
    protected Boolean parse(String text) {
      return switch (text) {
        case "true", "1" -> true;
        case "false", "0" -> false;
        default -> throw new IllegalArgumentException(text);
      };
    }
  }

  /** On or off; a file may also say true or false. */
  public static final class OnOrOff extends ValueType<Boolean> {
    /** The only one of its kind. */
    public OnOrOff() {
      super("on|off", "on or off", Form.SCALAR);
    }

    @Override
    protected Boolean parse(String text) {
      return switch (text) {
        case "on", "true" -> true;
        case "off", "false" -> false;
        default -> throw new IllegalArgumentException(text);
      };
    }

    @Override
    public String format(Boolean value) {
      return value ? "on" : "off";
    }
  }

  /** One of an enum's constants, in lower case and with dashes. */
  public static final class OneOf<E extends Enum<E>> extends ValueType<E> {
    private final E[] constants;

    /** One of these constants. */
    public OneOf(E[] constants) {
      super("MODE", words(constants), Form.TEXT);
      this.constants = constants;
    }

    @Override
    protected E parse(String text) {
      for (E constant : constants) {
        if (format(constant).equals(text)) {
          return constant;
        }
      }
      throw new IllegalArgumentException(text);
    }

    @Override
    public String format(E value) {
      return word(value);
    }

    private static String words(Enum<?>[] constants) {
      StringBuilder words = new StringBuilder(word(constants[0]));
      for (int i = 1; i < constants.length; i++) {
        words.append(i == constants.length - 1 ? " or " : ", ").append(word(constants[i]));
      }
      return words.toString();
    }

    private static String word(Enum<?> constant) {
      return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Text that matches a pattern. */
  public static final class Text extends ValueType<String> {
    private final Pattern pattern;

    /** Text in which the whole matches a regular expression. */
    public Text(String label, String rule, String regex) {
      super(label, rule, Form.TEXT);
      pattern = Pattern.compile(regex);
    }

    /** What an {@code Authorization} header can carry. */
    public static Text key(String label) {
      return new Text(label, "letters, digits and signs of ASCII, without spaces", "[!-~]+");
    }

    @Override
    protected String parse(String text) {
      return text;
    }

    @Override
    protected boolean allows(String value) {
      return pattern.matcher(value).matches();
    }
  }

  /** Texts that each match a pattern; in one text, commas separate them. */
  public static class TextList extends ValueType<List<String>> {
    private final Pattern pattern;

    /** Texts in which the whole of each matches a regular expression. */
    public TextList(String label, String rule, String regex) {
      super(label, rule, Form.LIST);
      pattern = Pattern.compile(regex);
    }

    @Override
    protected final List<String> parse(String text) {
      return Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    }

    @Override
    protected boolean allows(List<String> value) {
      return value.stream().allMatch(each -> pattern.matcher(each).matches());
    }

    @Override
    public final String format(List<String> value) {
      return value.stream().collect(Collectors.joining(","));
    }
  }

  /** A host name or IP address without a port; square brackets around it are left out. */
  public static final class Host extends ValueType<String> {
    /** The only one of its kind. */
    public Host() {
      super("HOST", "a host name or an IP address", Form.TEXT);
    }

    @Override
    protected String parse(String text) {
      String bare = text.startsWith("[") ? text.substring(1, text.length() - 1) : text;
      URI.create("http://" + (bare.contains(":") ? "[" + bare + "]" : bare) + ":80");
      if (!bare.matches("[^/?#@]+")) {
        throw new IllegalArgumentException(bare);
      }
      return bare;
    }
  }

  /** An absolute http or https URL. */
  public static final class Url extends ValueType<URI> {
    /** The only one of its kind. */
    public Url() {
      super("URL", "an absolute http or https URL", Form.TEXT);
    }

    @Override
    protected URI parse(String text) {
      return URI.create(text);
    }

    @Override
    protected boolean allows(URI value) {
      return value.getHost() != null
          && String.valueOf(value.getScheme()).toLowerCase(Locale.ROOT).matches("https?");
    }
  }

  /** The path of a file; in a configuration file, it is relative to that file. */
  public static final class FilePath extends ValueType<Path> {
    /** The only one of its kind. */
    public FilePath() {
      super("FILE", "the path of a file", Form.TEXT);
    }

    @Override
    protected Path parse(String text) {
      if (text.isBlank()) {
        throw new IllegalArgumentException(text);
      }
      return Path.of(text);
    }
  }

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

  /** What only a file or Java can say, since it has parts. */
  public static class Structure<T> extends ValueType<T> {
    /** A structure; the rule says what it must be. */
    public Structure(String rule) {
      super("", rule, Form.STRUCTURE);
    }

    @Override
    protected final T parse(String text) {
      throw new IllegalArgumentException(text);
    }
  }
}
