package io.github.flippingbookemulator.internal.json;

import java.io.Reader;

/**
 * Supplies the characters of a document to json5-java, and knows the position in it.
 *
 * <p>The library reads ahead at nearly every character, with mark and reset. On an array without a
 * lock, that is many times faster than with the library's own reader of a string.
 */
final class Json5Source extends Reader {
  private final String text;
  private final char[] chars;
  private int position;
  private int marked;
  private boolean askedBeyondEnd;

  private Json5Source(String text, char[] chars) {
    this.text = text;
    this.chars = chars;
  }

  static Json5Source of(String text) {
    return new Json5Source(text, Json5Cleaner.clean(text));
  }

  /** Returns the offset of the character that was read last. */
  int offset() {
    return position - 1;
  }

  String text() {
    return text;
  }

  /**
   * Reads the word or number whose first character was read last, at most one character more than
   * the limit. The character after it is not read, so that it is checked like any other.
   */
  String word(int limit) {
    int start = offset();
    while (position < chars.length && position - start <= limit && inWord(chars[position])) {
      position++;
    }
    return new String(chars, start, position - start);
  }

  static boolean inWord(char c) {
    return Character.isLetterOrDigit(c) || "+-._$".indexOf(c) >= 0;
  }

  UnreadableJson unreadable(int offset, String what) {
    return UnreadableJson.at(text, offset, what);
  }

  /**
   * Makes an error at the character that was read last, or at the end if the library asked for
   * more.
   */
  UnreadableJson unexpected() {
    return askedBeyondEnd
        ? unreadable(text.length(), "Unexpected end of the document")
        : unreadable(offset(), "Unexpected " + describe(text.charAt(offset())));
  }

  static String describe(char c) {
    return c > ' ' && c < 0x7F
        ? "character '" + c + "'"
        : String.format("character U+%04X", (int) c);
  }

  @Override
  public int read() {
    while (position < chars.length && chars[position] == Json5Cleaner.SKIP) {
      position++;
    }
    if (position == chars.length) {
      askedBeyondEnd = true;
      return -1;
    }
    return chars[position++];
  }

  @Override
  public int read(char[] target, int start, int length) {
    throw new UnsupportedOperationException("json5-java reads single characters");
  }

  @Override
  public boolean markSupported() {
    return true;
  }

  @Override
  public void mark(int readAheadLimit) {
    marked = position;
  }

  @Override
  public void reset() {
    position = marked;
  }

  @Override
  public void close() {
    // There is nothing to release.
  }
}
