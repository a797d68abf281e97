package io.github.flippingbookemulator.internal.json;

/** Counts lines while offsets grow, so that a whole document costs one pass. */
final class LineCounter {
  private final String text;
  private int counted;
  private int line = 1;

  LineCounter(String text) {
    this.text = text;
  }

  /** The line of an offset that is not before the one asked for last. */
  int lineAt(int offset) {
    for (; counted < offset; counted++) {
      if (endsLine(text, counted)) {
        line++;
      }
    }
    return line;
  }

  /** Whether a line ends with this character: LF, CR, or both, of which the second counts. */
  static boolean endsLine(CharSequence text, int offset) {
    char c = text.charAt(offset);
    return c == '\n'
        || (c == '\r' && !(offset + 1 < text.length() && text.charAt(offset + 1) == '\n'));
  }
}
