package io.github.flippingbookemulator.internal.journal;

import java.util.regex.Pattern;

/** Prepares text from requests for a log. */
public final class LogText {
  /** Characters that would begin a new line, or control a terminal. */
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\x{2028}\\x{2029}]");

  private LogText() {}

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
