package io.github.flippingbookemulator.internal.journal;

import java.util.regex.Pattern;

/** Text of others in a log: on one line, and without the keys and tokens that it may hold. */
public final class LogText {
  private static final String MASK = "***";

  /** A name, however it is escaped: its letters, or per cent signs. */
  private static final String TOKEN = "(?:[acestokn]|%[0-9a-f]{2}){11}";

  private static final String SECRET =
      "(?:[\\w.%-]*(?:token|api[_-]?key|password|secret)|key|" + TOKEN + ")";

  private static final Pattern QUERY = Pattern.compile("(?i)((?<=^|[?&])" + SECRET + "=)[^&\\s]*");

  private static final Pattern ANYWHERE =
      Pattern.compile(
          "(?i)(\\b(?:bearer|basic)\\s+|\\b"
              + SECRET
              + "['\"]?\\s*[=:]\\s*['\"]?)[^\\s'\"&,;}\\])]+");

  /** What would begin another line, or play with a terminal. */
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\x{2028}\\x{2029}]");

  private LogText() {}

  /** Masks the values of a query whose names say that they are secret. */
  public static String query(String query) {
    return QUERY.matcher(query).replaceAll("$1" + MASK);
  }

  /**
   * Masks what follows a word such as {@code Bearer} or {@code accessToken:}.
   *
   * @param text any text
   * @return the text without secrets
   */
  public static String masked(String text) {
    return ANYWHERE.matcher(text).replaceAll("$1" + MASK);
  }

  /**
   * Writes signs that are no text as escapes of Java.
   *
   * @param text any text
   * @return a text of one line
   */
  public static String oneLine(String text) {
    return UNPRINTABLE
        .matcher(text)
        .replaceAll(
            sign ->
                switch (sign.group().charAt(0)) {
                  case '\n' -> "\\\\n";
                  case '\r' -> "\\\\r";
                  case '\t' -> "\\\\t";
                  default -> "\\\\u%04x".formatted((int) sign.group().charAt(0));
                });
  }
}
