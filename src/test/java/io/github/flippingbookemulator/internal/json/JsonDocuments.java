package io.github.flippingbookemulator.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Random documents: strict JSON, JSON5, and either of them with random edits. */
final class JsonDocuments {
  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "\"",
          "'",
          "\\",
          "/",
          "//",
          "/*",
          "*/",
          "/**/",
          "\n",
          "\r",
          " ",
          "\t",
          "\u00a0",
          "\u2028",
          "\ufeff",
          "\0",
          "\u0001",
          "0",
          "1",
          "9",
          "-",
          "+",
          ".",
          "e",
          "E5",
          "1e10",
          "0x1F",
          "0x",
          "012",
          ".5",
          "5.",
          "-0",
          "-0.0",
          "1e999",
          "null",
          "true",
          "false",
          "NaN",
          "Infinity",
          "-Infinity",
          "a",
          "$",
          "_",
          "\u00fc",
          "\u20ac",
          "\ud83d\ude00",
          "\\u0041",
          "\\ud800",
          "\\x41",
          "\\'",
          "\\\"",
          "\\n",
          "\\v",
          "\\0",
          "\\U",
          "\\\n",
          "#",
          "`",
          "a:1,",
          "'b':[],",
          "\"c\":{}",
          "9223372036854775808",
          "99999999999");

  private static final List<String> TAILS =
      List.of(
          "",
          "",
          ".0",
          ".5",
          ".10",
          ".123456789012345678901",
          "e5",
          "E+10",
          "e-7",
          ".5e3",
          "e400",
          "e-400");

  /** The digits of every number near the limit of 1000 digits. */
  static final String LONG_NUMBER = "7".repeat(900);

  private final Random random;

  JsonDocuments(long seed) {
    random = new Random(seed);
  }

  String strict() {
    return document(
        new Parts(this::strictString, this::strictNumber, this::strictName, this::strictBlank, ""));
  }

  String json5() {
    return document(
        new Parts(
            () -> random.nextBoolean() ? strictString() : singleQuoted(),
            () -> random.nextBoolean() ? strictNumber() : json5Number(),
            this::json5Name,
            () ->
                random.nextBoolean()
                    ? strictBlank()
                    : pick("/**/", "// it's\n", "/* \"a\" */", "/***/", "//\r\n"),
            ","));
  }

  /** A document of either kind with up to three insertions, deletions and copies. */
  String mutated() {
    StringBuilder text = new StringBuilder(random.nextBoolean() ? strict() : json5());
    for (int i = random.nextInt(3); i >= 0; i--) {
      edit(text);
    }
    // An edit may have split a surrogate pair, which has no encoding.
    return new String(text.toString().getBytes(UTF_8), UTF_8);
  }

  private void edit(StringBuilder text) {
    int start = random.nextInt(text.length() + 1);
    int end = Math.min(text.length(), start + 1 + random.nextInt(4));
    String piece = PIECES.get(random.nextInt(PIECES.size()));
    switch (random.nextInt(4)) {
      case 0 -> text.insert(start, piece);
      case 1 -> text.delete(start, end);
      case 2 -> text.replace(start, end, piece);
      default -> text.insert(start, text.substring(start, end));
    }
  }

  /** What a document is made of; each call gives another one. */
  private record Parts(
      Supplier<String> string,
      Supplier<String> number,
      Supplier<String> name,
      Supplier<String> blank,
      String trailing) {}

  /**
   * A document of up to three levels. It is in brackets: of a number that is the whole document,
   * Jackson accepts one digit more, and no comment after it.
   */
  private String document(Parts parts) {
    return "[" + padded(parts, value(parts, 3)) + "]";
  }

  private String value(Parts parts, int levels) {
    if (levels > 0 && random.nextInt(3) > 0) {
      boolean list = random.nextBoolean();
      List<String> items = new ArrayList<>();
      for (int i = random.nextInt(5); i > 0; i--) {
        String item = padded(parts, value(parts, levels - 1));
        items.add(list ? item : padded(parts, parts.name.get()) + ":" + item);
      }
      String end = items.isEmpty() || random.nextBoolean() ? "" : parts.trailing;
      String inside = String.join(",", items) + end;
      return list ? "[" + inside + "]" : "{" + inside + "}";
    }
    return switch (random.nextInt(3)) {
      case 0 -> parts.string.get();
      case 1 -> parts.number.get();
      default -> pick("true", "false", "null");
    };
  }

  private static String padded(Parts parts, String inner) {
    return parts.blank.get() + inner + parts.blank.get();
  }

  private String strictBlank() {
    return pick("", "", "", "", "", "", " ", "\r\n\t");
  }

  /** Jackson accepts half a surrogate pair in a string, but not in a name; JSON5 accepts both. */
  private String strictName() {
    return strictString().replaceAll("\\\\u(d800|dc00)", "x");
  }

  private String json5Name() {
    return switch (random.nextInt(3)) {
      case 0 -> strictName();
      case 1 -> singleQuoted();
      default -> pick("a", "b_1", "$", "null", "\u00fcber", "NaN");
    };
  }

  private String strictString() {
    return upToSix(
        '"',
        () ->
            switch (random.nextInt(5)) {
              case 0 -> anyCharacter();
              case 1 -> (char) ('a' + random.nextInt(6)) + "";
              case 2 -> pick("'", "/*", "*/", "//", "\u2028", "\u007f", "\ud83d\ude00", "{", ",");
              case 3 -> pick("\\\"", "\\\\", "\\/", "\\b", "\\f", "\\n", "\\r", "\\t");
              default ->
                  pick("\\u0041", "\\u0000", "\\u00fC", "\\ud83d\\ude00", "\\ud800", "\\udc00");
            });
  }

  private String anyCharacter() {
    char c = (char) (' ' + random.nextInt(0xFFFF - ' '));
    return Character.isSurrogate(c) || c == '"' || c == '\\' ? "x" : c + "";
  }

  /** Has only escapes that the reference reader also accepts. */
  private String singleQuoted() {
    return upToSix(
        '\'', () -> pick("a", "\"", "/*", "//", "\\n", "\\u0041", "\\\\", "\u20ac", "\\\""));
  }

  private String upToSix(char quote, Supplier<String> piece) {
    return IntStream.range(0, random.nextInt(7))
        .mapToObj(i -> piece.get())
        .collect(Collectors.joining("", quote + "", quote + ""));
  }

  private String strictNumber() {
    String whole =
        switch (random.nextInt(6)) {
          case 0 -> pick("0", "-0", "2147483647", "2147483648", "-2147483648", "-2147483649");
          case 1 -> pick("9223372036854775807", "9223372036854775808", "-9223372036854775808");
          case 2 -> pick("-9223372036854775809", "9007199254740993");
          case 3 -> random.nextInt(-1000, 1001) + "";
          case 4 -> "7".repeat(random.nextInt(995, 1006));
          default -> new BigInteger(100, random).subtract(BigInteger.ONE.shiftLeft(99)).toString();
        };
    return whole + TAILS.get(random.nextInt(TAILS.size()));
  }

  private String json5Number() {
    return pick(
        "+1",
        "+0",
        ".5",
        "-.5",
        "5.",
        "+5.e1",
        "-5.",
        "+1e5",
        "NaN",
        "Infinity",
        "-Infinity",
        "+Infinity",
        "+9223372036854775808",
        "+1.5E-3",
        "0x1F");
  }

  private String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
