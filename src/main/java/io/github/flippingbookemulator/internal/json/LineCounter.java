package io.github.flippingbookemulator.internal.json;

/** Counts lines at growing offsets, so that one pass over a document is enough. */
final class LineCounter {
  private final String text;
  private int counted;
  private int line = 1;

  LineCounter(String text) {
    this.text = text;
  }

  /** Returns the line of an offset, which must not be less than in the last call. */
  int lineAt(int offset) {
    for (; counted < offset; counted++) {
      if (endsLine(text, counted)) {
        line++;
      }
    }
    return line;
  }

  /** Tells whether a line ends with this character: LF, CR, or the LF of CR LF. */
  static boolean endsLine(CharSequence text, int offset) {
    char c = text.charAt(offset);
    return c == '\n'
        || (c == '\r' && !(offset + 1 < text.length() && text.charAt(offset + 1) == '\n'));
  }
}
