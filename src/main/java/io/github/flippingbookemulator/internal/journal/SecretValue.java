package io.github.flippingbookemulator.internal.journal;

/**
 * The place of a value in a text: in quotes, in brackets, or up to the next sign that ends a word.
 *
 * @param begin the index of its first character, after a quote
 * @param end the index after its last character
 * @param mask what stands there instead
 */
record SecretValue(int begin, int end, String mask) {
  private static final String ENDS = "'\"&,;}])";

  static SecretValue at(String text, int begin) {
    if (begin < text.length() && text.charAt(begin) == '[') {
      int end = text.indexOf(']', begin);
      return new SecretValue(begin + 1, end < 0 ? text.length() : end, "\"" + Secrets.MASK + "\"");
    }
    int inside = begin;
    while (inside < text.length() && text.charAt(inside) == '\\') {
      inside++;
    }
    if (inside < text.length() && (text.charAt(inside) == '"' || text.charAt(inside) == '\'')) {
      String quote = text.substring(begin, inside + 1); // with backslashes, if JSON is in a string
      return new SecretValue(inside + 1, endOfQuoted(text, inside + 1, quote), Secrets.MASK);
    }
    int end = begin;
    while (end < text.length() && !endsWord(text.charAt(end))) {
      end++;
    }
    return new SecretValue(begin, end, end == begin ? "" : Secrets.MASK);
  }

  private static int endOfQuoted(String text, int begin, String quote) {
    int end = begin;
    while (end < text.length() && !text.startsWith(quote, end)) {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    return Math.min(end, text.length());
  }

  private static boolean endsWord(char sign) {
    return Character.isWhitespace(sign) || ENDS.indexOf(sign) >= 0;
  }
}
