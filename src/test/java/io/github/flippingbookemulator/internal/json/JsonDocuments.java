package io.github.flippingbookemulator.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Generated documents: strict JSON, JSON5, and either of them with random edits. */
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

  /** The digits of every number near the limit of 1000 digits. */
  static final String LONG_NUMBER = "7".repeat(900);

  private JsonDocuments() {}

  static Arbitrary<String> strict() {
    return documents(strictString(), strictNumber(), strictName(), strictBlank(), "");
  }

  static Arbitrary<String> json5() {
    Arbitrary<String> strings = Arbitraries.oneOf(strictString(), singleQuoted());
    Arbitrary<String> numbers = Arbitraries.oneOf(strictNumber(), json5Number());
    Arbitrary<String> names =
        Arbitraries.oneOf(
            strictName(),
            singleQuoted(),
            Arbitraries.of("a", "b_1", "$", "null", "\u00fcber", "NaN"));
    Arbitrary<String> blanks =
        Arbitraries.oneOf(
            strictBlank(), Arbitraries.of("/**/", "// it's\n", "/* \"a\" */", "/***/", "//\r\n"));
    return documents(strings, numbers, names, blanks, ",");
  }

  /** Returns documents of both kinds with up to three insertions, deletions and copies. */
  static Arbitrary<String> mutated() {
    Arbitrary<Edit> edits =
        Combinators.combine(
                Arbitraries.of(Edit.Kind.values()),
                Arbitraries.integers().between(0, 1_000_000),
                Arbitraries.integers().between(1, 4),
                Arbitraries.of(PIECES))
            .as(Edit::new);
    return Combinators.combine(
            Arbitraries.oneOf(strict(), json5()), edits.list().ofMinSize(1).ofMaxSize(3))
        .as(
            (document, list) -> {
              StringBuilder text = new StringBuilder(document);
              list.forEach(edit -> edit.apply(text));
              // An edit may have split a surrogate pair, which has no encoding.
              return new String(text.toString().getBytes(UTF_8), UTF_8);
            });
  }

  private record Edit(Kind kind, int place, int length, String piece) {
    enum Kind {
      INSERT,
      DELETE,
      REPLACE,
      COPY
    }

    void apply(StringBuilder text) {
      int start = place % (text.length() + 1);
      int end = Math.min(text.length(), start + length);
      switch (kind) {
        case INSERT -> text.insert(start, piece);
        case DELETE -> text.delete(start, end);
        case REPLACE -> text.replace(start, end, piece);
        case COPY -> text.insert(start, text.substring(start, end));
      }
    }
  }

  /**
   * Returns documents of up to three levels, since generation without a limit would not end. They
   * are in brackets: of a number that is the whole document, Jackson accepts one digit more, and no
   * comment after it.
   */
  private static Arbitrary<String> documents(
      Arbitrary<String> strings,
      Arbitrary<String> numbers,
      Arbitrary<String> names,
      Arbitrary<String> blanks,
      String trailing) {
    Arbitrary<String> scalars =
        Arbitraries.oneOf(strings, numbers, Arbitraries.of("true", "false", "null"));
    Arbitrary<String> values = scalars;
    for (int level = 0; level < 3; level++) {
      Arbitrary<String> items = padded(values, blanks);
      Arbitrary<String> properties =
          Combinators.combine(padded(names, blanks), items).as((name, value) -> name + ":" + value);
      values =
          Arbitraries.oneOf(
              scalars, list("[", items, "]", trailing), list("{", properties, "}", trailing));
    }
    return padded(values, blanks).map(document -> "[" + document + "]");
  }

  private static Arbitrary<String> padded(Arbitrary<String> inner, Arbitrary<String> blanks) {
    return Combinators.combine(blanks, inner, blanks).as((a, b, c) -> a + b + c);
  }

  private static Arbitrary<String> list(
      String open, Arbitrary<String> items, String close, String trailing) {
    return Combinators.combine(items.list().ofMaxSize(4), Arbitraries.of("", trailing))
        .as((list, end) -> open + String.join(",", list) + (list.isEmpty() ? "" : end) + close);
  }

  private static Arbitrary<String> strictBlank() {
    return Arbitraries.frequency(Tuple.of(6, ""), Tuple.of(1, " "), Tuple.of(1, "\r\n\t"));
  }

  /** Jackson accepts half a surrogate pair in a string, but not in a name; JSON5 accepts both. */
  private static Arbitrary<String> strictName() {
    return strictString().filter(name -> !name.contains("\\ud800") && !name.contains("\\udc00"));
  }

  private static Arbitrary<String> strictString() {
    Arbitrary<String> raw =
        Arbitraries.strings()
            .all()
            .ofLength(1)
            .filter(s -> s.charAt(0) >= ' ' && !Character.isSurrogate(s.charAt(0)))
            .filter(s -> !s.equals("\"") && !s.equals("\\"));
    Arbitrary<String> pieces =
        Arbitraries.oneOf(
            raw,
            Arbitraries.strings().withCharRange('a', 'f').ofLength(1),
            Arbitraries.of("'", "/*", "*/", "//", "\u2028", "\u007f", "\ud83d\ude00", "{", ","),
            Arbitraries.of("\\\"", "\\\\", "\\/", "\\b", "\\f", "\\n", "\\r", "\\t"),
            Arbitraries.of(
                "\\u0041", "\\u0000", "\\u00fC", "\\ud83d\\ude00", "\\ud800", "\\udc00"));
    return pieces.list().ofMaxSize(6).map(list -> "\"" + String.join("", list) + "\"");
  }

  /** Has only escapes that the reference reader also accepts. */
  private static Arbitrary<String> singleQuoted() {
    return Arbitraries.of("a", "\"", "/*", "//", "\\n", "\\u0041", "\\\\", "\u20ac", "\\\"")
        .list()
        .ofMaxSize(6)
        .map(list -> "'" + String.join("", list) + "'");
  }

  private static Arbitrary<String> strictNumber() {
    Arbitrary<String> whole =
        Arbitraries.oneOf(
            Arbitraries.of("0", "-0", "2147483647", "2147483648", "-2147483648", "-2147483649"),
            Arbitraries.of("9223372036854775807", "9223372036854775808", "-9223372036854775808"),
            Arbitraries.of("-9223372036854775809", "9007199254740993"),
            Arbitraries.integers().between(-1000, 1000).map(String::valueOf),
            Arbitraries.integers().between(995, 1005).map("7"::repeat),
            Arbitraries.bigIntegers().map(String::valueOf));
    Arbitrary<String> tails =
        Arbitraries.of(
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
    return Combinators.combine(whole, tails).as((a, b) -> a + b);
  }

  private static Arbitrary<String> json5Number() {
    return Arbitraries.of(
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
}
