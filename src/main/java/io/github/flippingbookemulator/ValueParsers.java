package io.github.flippingbookemulator;

import io.github.flippingbookemulator.ValueParser.InJson;
import io.github.flippingbookemulator.internal.tls.HostNames;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The kinds of values that settings have. */
final class ValueParsers {
  static final ValueParser<Double> SPEED =
      new ValueParser<>("a number from 0 up", InJson.SCALAR, ValueParsers::finiteFromZero);

  static final ValueParser<Long> SEED =
      new ValueParser<>("a whole number of at most 64 bits", InJson.SCALAR, Long::valueOf);

  static final ValueParser<Boolean> SWITCH =
      new ValueParser<>("true or false", InJson.SCALAR, ValueParsers::trueOrFalse);

  static final ValueParser<Boolean> ON_OR_OFF =
      new ValueParser<>("on or off", InJson.SCALAR, ValueParsers::onOrOff);

  static final ValueParser<String> TEXT =
      new ValueParser<>("text that is not empty", InJson.TEXT, checked(text -> !text.isBlank()));

  /** What an {@code Authorization} header can carry. */
  static final ValueParser<String> KEY =
      new ValueParser<>(
          "letters, digits and signs of ASCII, without spaces",
          InJson.TEXT,
          checked(Pattern.compile("[!-~]+").asMatchPredicate()));

  static final ValueParser<String> HOST =
      new ValueParser<>("a host name or an IP address", InJson.TEXT, ValueParsers::host);

  static final ValueParser<URI> URL =
      new ValueParser<>("an absolute http or https URL", InJson.TEXT, ValueParsers::absoluteUrl);

  static final ValueParser<Path> FILE =
      new ValueParser<>("the path of a file", InJson.TEXT, ValueParsers::path);

  static final ValueParser<List<String>> ORIGINS =
      new ValueParser<>(
          "origins such as https://app.example.com", InJson.LIST, ValueParsers::origins);

  static final ValueParser<List<String>> HOST_NAMES =
      new ValueParser<>(
          "host names or IP addresses such as books.example.com, *.example.com or 10.0.0.7",
          InJson.LIST,
          text -> all(text, HostNames::isUsable));

  static final ValueParser<List<String>> HOSTS =
      new ValueParser<>(
          "host names such as emulator.example.com", InJson.LIST, ValueParsers::hosts);

  /** A hundred years, so that nanoseconds and dates can be computed without overflow. */
  private static final Duration LONGEST = Duration.ofDays(36_500);

  static final ValueParser<Duration> DURATION =
      new ValueParser<>(
          "a duration of at most 36500d, such as 30d, 12h, 90m, 10s, 500ms or P30D",
          InJson.TEXT,
          checkedDuration(duration -> !duration.isNegative()));

  static final ValueParser<Duration> POSITIVE_DURATION =
      new ValueParser<>(
          "a duration above zero and of at most 36500d, such as 1m, 10s, 500ms or PT10S",
          InJson.TEXT,
          checkedDuration(duration -> !duration.isNegative() && !duration.isZero()));

  private static final Pattern SHORT_DURATION = Pattern.compile("(\\d+)(ms|s|m|h|d)");

  private static final Pattern ORIGIN =
      Pattern.compile("(?i)https?://(\\*\\.)?([a-z0-9._-]+|\\[[0-9a-f:.]+])(:\\d{1,5})?");

  private ValueParsers() {}

  static ValueParser<Integer> wholeNumber(int least, int most) {
    String range = most == Integer.MAX_VALUE ? " up" : " to " + most;
    return new ValueParser<>(
        "a whole number from " + least + range,
        InJson.SCALAR,
        text -> check(Integer.valueOf(text), number -> number >= least && number <= most));
  }

  /** One of an enum's constants, in lower case and with dashes. */
  static <E extends Enum<E>> ValueParser<E> oneOf(E[] constants) {
    List<String> words = Arrays.stream(constants).map(ValueParsers::word).toList();
    int last = words.size() - 1;
    return new ValueParser<>(
        String.join(", ", words.subList(0, last)) + " or " + words.get(last),
        InJson.TEXT,
        text -> constants[check(words.indexOf(text), index -> index >= 0)]);
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static double finiteFromZero(String text) {
    return check(
        new BigDecimal(text).doubleValue(), number -> number >= 0 && Double.isFinite(number));
  }

  private static boolean trueOrFalse(String text) {
    return switch (text) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static boolean onOrOff(String text) {
    return switch (text) {
      case "on", "true" -> true; // a file may say either
      case "off", "false" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static String host(String text) {
    String bare = text.startsWith("[") ? text.substring(1, text.length() - 1) : text;
    URI.create("http://" + (bare.contains(":") ? "[" + bare + "]" : bare) + ":80");
    return check(bare, name -> name.matches("[^/?#@]+"));
  }

  private static URI absoluteUrl(String text) {
    return check(
        URI.create(text),
        url -> url.getHost() != null && url.getScheme().toLowerCase(Locale.ROOT).matches("https?"));
  }

  private static Path path(String text) {
    return Path.of(check(text, path -> !path.isBlank()));
  }

  private static List<String> origins(String text) {
    return all(text, ORIGIN.asMatchPredicate());
  }

  private static List<String> all(String text, Predicate<String> condition) {
    List<String> parts = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    return check(parts, all -> all.stream().allMatch(condition));
  }

  private static List<String> hosts(String text) {
    return Arrays.stream(text.split(",", -1)).map(String::strip).map(ValueParsers::name).toList();
  }

  private static String name(String text) {
    return check(text, name -> name.matches("[A-Za-z0-9._-]+"));
  }

  private static Function<String, Duration> checkedDuration(Predicate<Duration> condition) {
    return text ->
        check(duration(text), condition.and(duration -> duration.compareTo(LONGEST) <= 0));
  }

  private static Duration duration(String text) {
    Matcher amount = SHORT_DURATION.matcher(text);
    if (!amount.matches()) {
      return Duration.parse(text);
    }
    return Duration.of(
        Long.parseLong(amount.group(1)),
        switch (amount.group(2)) {
          case "ms" -> ChronoUnit.MILLIS;
          case "s" -> ChronoUnit.SECONDS;
          case "m" -> ChronoUnit.MINUTES;
          case "h" -> ChronoUnit.HOURS;
          default -> ChronoUnit.DAYS;
        });
  }

  private static Function<String, String> checked(Predicate<String> condition) {
    return text -> check(text, condition);
  }

  private static <T> T check(T value, Predicate<T> condition) {
    if (!condition.test(value)) {
      throw new IllegalArgumentException(String.valueOf(value));
    }
    return value;
  }
}
