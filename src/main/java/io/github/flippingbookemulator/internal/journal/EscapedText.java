package io.github.flippingbookemulator.internal.journal;

import java.util.Arrays;

/** A text with percent and JSON escapes, and the characters that they stand for. */
final class EscapedText {
  private final String original;
  private final StringBuilder plain = new StringBuilder();
  private int[] starts; // where each plain character begins in the original

  private EscapedText(String original, boolean words) {
    this.original = original;
    this.starts = new int[original.length() + 1];
    int index = 0;
    while (index < original.length()) {
      starts[plain.length()] = index;
      int length = lengthOfEscape(index);
      int character = length == 0 ? -1 : unescaped(index, length);
      boolean taken = character >= 0 && (!words || isOfWord(character));
      plain.append(taken ? (char) character : original.charAt(index));
      index += taken ? length : 1;
    }
    starts[plain.length()] = original.length();
    starts = Arrays.copyOf(starts, plain.length() + 1);
  }

  /** Resolves all escapes of ASCII characters. */
  static EscapedText of(String original) {
    return new EscapedText(original, false);
  }

  /** Resolves escapes of letters, digits and the like, but not of what ends a word or value. */
  static EscapedText ofWords(String original) {
    return new EscapedText(original, true);
  }

  String plain() {
    return plain.toString();
  }

  /** Returns a part of the original, by indexes of the plain text. */
  String original(int begin, int end) {
    return original.substring(starts[begin], starts[end]);
  }

  private int lengthOfEscape(int index) {
    char first = original.charAt(index);
    if (first == '%') {
      return 3;
    }
    if (first != '\\' || index + 1 == original.length()) {
      return 0;
    }
    return original.charAt(index + 1) == 'u' ? 6 : 2;
  }

  /** Returns the character of an escape; -1 if it is none, or not of ASCII. */
  private int unescaped(int index, int length) {
    if (index + length > original.length()) {
      return -1;
    }
    if (length == 2) {
      char second = original.charAt(index + 1);
      return "/\\\"'".indexOf(second) >= 0 ? second : -1;
    }
    int character = 0;
    for (int i = index + length / 3; i < index + length; i++) {
      int digit = Character.digit(original.charAt(i), 16);
      if (digit < 0) {
        return -1;
      }
      character = character * 16 + digit;
    }
    return character < 128 ? character : -1;
  }

  private static boolean isOfWord(int character) {
    return Character.isLetterOrDigit(character) || "-._~".indexOf(character) >= 0;
  }
}
