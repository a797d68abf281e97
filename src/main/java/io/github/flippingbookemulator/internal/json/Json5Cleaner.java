package io.github.flippingbookemulator.internal.json;

/**
 * Replaces what json5-java cannot read in a document; all other characters keep their offsets:
 * comments become spaces (an empty one breaks the library), and the backslash of <code>&#92;U
 * </code> in a string, which JSON5 ignores and the library refuses, becomes {@link #SKIP}.
 */
final class Json5Cleaner {
  /**
   * Marks a character to skip. A NUL in the document is refused: the library takes it for the end.
   */
  static final char SKIP = 0;

  private final String text;
  private final char[] chars;

  private Json5Cleaner(String text) {
    this.text = text;
    this.chars = text.toCharArray();
  }

  static char[] clean(String text) {
    int nul = text.indexOf(SKIP);
    if (nul >= 0) {
      throw UnreadableJson.at(text, nul, "Unexpected " + Json5Source.describe(SKIP));
    }
    Json5Cleaner cleaner = new Json5Cleaner(text);
    cleaner.run();
    return cleaner.chars;
  }

  private void run() {
    int i = 0;
    while (i < chars.length) {
      char c = chars[i];
      if (c == '"' || c == '\'') {
        i = afterString(i);
      } else if (c == '/' && next(i) == '/') {
        i = blank(i, endOfLine(i));
      } else if (c == '/' && next(i) == '*') {
        i = blank(i, endOfComment(i));
      } else {
        i++;
      }
    }
  }

  private char next(int i) {
    return i + 1 < chars.length ? chars[i + 1] : 0;
  }

  /**
   * Returns the offset after a string. One that is not closed reaches to the end; the lexer reports
   * it.
   */
  private int afterString(int start) {
    int i = start + 1;
    while (i < chars.length && chars[i] != chars[start]) {
      if (chars[i] == '\\') {
        if (next(i) == 'U') {
          chars[i] = SKIP;
        }
        i++;
      }
      i++;
    }
    return i + 1;
  }

  private int endOfLine(int start) {
    int i = start;
    while (i < chars.length && !endsLine(chars[i])) {
      i++;
    }
    return i;
  }

  private int endOfComment(int start) {
    int end = text.indexOf("*/", start + 2);
    if (end < 0) {
      throw UnreadableJson.at(text, start, "Unclosed comment");
    }
    return end + 2;
  }

  private int blank(int start, int end) {
    for (int i = start; i < end; i++) {
      if (!endsLine(chars[i])) {
        chars[i] = ' ';
      }
    }
    return end;
  }

  private static boolean endsLine(char c) {
    return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029';
  }
}
