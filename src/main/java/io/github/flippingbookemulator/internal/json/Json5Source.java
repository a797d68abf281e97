package io.github.flippingbookemulator.internal.json;

import java.io.Reader;

/**
 * The characters of a document for json5-java, and where it stands in them.
 *
 * <p>The library peeks at nearly every character with mark and reset; doing that on an array
 * without a lock is many times faster than its own wrapping of a string.
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

  /** The offset of the character that was read last. */
  int offset() {
    return position - 1;
  }

  String text() {
    return text;
  }

  /**
   * The word or number whose first character was read last, at most one longer than the limit. Its
   * end is left to be read, so that what follows is judged as any other character.
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

  /** Blames the character that was read last, or the end if the library asked for more. */
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
    // Nothing is held.
  }
}
