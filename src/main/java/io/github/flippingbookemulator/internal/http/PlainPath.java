package io.github.flippingbookemulator.internal.http;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decodes escapes of unreserved characters in a path and query: {@code %5F} is the same as {@code
 * _} (RFC 3986, section 2.3). All other escapes stay, since they can mean something else than the
 * character.
 */
final class PlainPath {
  /** The attribute of a request whose path had such escapes. */
  static final String DECODED = PlainPath.class.getName();

  private static final Pattern ESCAPED_UNRESERVED =
      Pattern.compile("%(2[DEde]|3[0-9]|4[1-9A-Fa-f]|5[0-9AFaf]|6[1-9A-Fa-f]|7[0-9AEae])");

  private PlainPath() {}

  static String of(String pathAndQuery) {
    if (pathAndQuery.indexOf('%') < 0) {
      return pathAndQuery;
    }
    return ESCAPED_UNRESERVED.matcher(pathAndQuery).replaceAll(PlainPath::character);
  }

  private static String character(MatchResult escape) {
    char character = (char) Integer.parseInt(escape.group(1), 16);
    return Matcher.quoteReplacement(String.valueOf(character));
  }
}
