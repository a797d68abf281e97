package io.github.flippingbookemulator.internal.json;

/**
 * Thrown when a document is neither JSON nor JSON5, or exceeds a limit of the readers.
 *
 * <p>The message is one sentence that ends with the position. It contains no class name and at most
 * a few characters of the document. It has no stack trace: like a refusal, it reports an error of
 * the client, not of the emulator. The gateway answers it as {@code InvalidData} (D).
 */
public final class UnreadableJson extends RuntimeException {
  private final int line;
  private final int column;

  private UnreadableJson(String what, int line, int column) {
    super(what + " at line " + line + ", column " + column + ".", null, false, false);
    this.line = line;
    this.column = column;
  }

  /**
   * Turns an offset into line and column: lines end with LF, CR or both, columns count characters.
   */
  static UnreadableJson at(CharSequence text, int offset, String what) {
    int line = 1;
    int column = 1;
    for (int i = 0; i < offset; i++) {
      if (LineCounter.endsLine(text, i)) {
        line++;
        column = 1;
      } else if (!Character.isLowSurrogate(text.charAt(i))) {
        column++;
      }
    }
    return new UnreadableJson(what, line, column);
  }

  /**
   * Returns the line of the first thing that could not be read.
   *
   * @return a line number, from 1
   */
  public int line() {
    return line;
  }

  /**
   * Returns the column of the first thing that could not be read.
   *
   * @return a column in characters, from 1
   */
  public int column() {
    return column;
  }
}
