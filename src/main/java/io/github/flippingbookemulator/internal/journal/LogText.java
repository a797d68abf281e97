package io.github.flippingbookemulator.internal.journal;

import java.util.regex.Pattern;

/** Prepares text from requests for a log: on one line, with keys and tokens masked. */
public final class LogText {
  private static final String MASK = "***";

  /** The name {@code accessToken}, with any of its letters percent-encoded. */
  private static final String TOKEN = "(?:[acestokn]|%[0-9a-f]{2}){11}";

  private static final String SECRET =
      "(?:[\\w.%-]*(?:token|api[_-]?key|password|secret)|key|" + TOKEN + ")";

  private static final Pattern QUERY = Pattern.compile("(?i)((?<=^|[?&])" + SECRET + "=)[^&\\s]*");

  private static final Pattern ANYWHERE =
      Pattern.compile(
          "(?i)(\\b(?:bearer|basic)\\s+|\\b"
              + SECRET
              + "['\"]?\\s*[=:]\\s*['\"]?)[^\\s'\"&,;}\\])]+");

  /** Characters that would begin a new line, or control a terminal. */
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\x{2028}\\x{2029}]");

  private LogText() {}

  /** Masks the values of a query that have the name of a secret. */
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
   * Replaces control characters and line breaks by Java escapes.
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
