package io.github.flippingbookemulator.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that are refused, the messages, and the limits. */
class RelaxedJsonRefusalTest {
  private static JsonNode parse(String text) {
    return RelaxedJson.parse(text.getBytes(UTF_8));
  }

  /** Between vertical bars: the document and the message of its refusal. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {                    | Unexpected end of the document at line 1, column 2.
          [1,                  | Unexpected end of the document at line 1, column 4.
          {a                   | Unexpected end of the document at line 1, column 3.
          {a:                  | Unexpected end of the document at line 1, column 4.
          {a:1,                | Unexpected end of the document at line 1, column 6.
          'abc                 | Unexpected end of the document at line 1, column 5.
          'abc\\               | Unexpected end of the document at line 1, column 6.
          // nothing           | Unexpected end of the document at line 1, column 11.
          /* never             | Unclosed comment at line 1, column 1.
          [1, /* never ]       | Unclosed comment at line 1, column 5.
          {"a":1}garbage       | Unexpected character 'g' at line 1, column 8.
          {"a":1}{"a":1}       | Unexpected character '{' at line 1, column 8.
          []]                  | Unexpected character ']' at line 1, column 3.
          {a:1} 2              | Unexpected character '2' at line 1, column 7.
          [1 2]                | Unexpected character '2' at line 1, column 4.
          {a 1}                | Unexpected character '1' at line 1, column 4.
          {a:1 b:2}            | Unexpected character 'b' at line 1, column 6.
          {a:1;b:2}            | Unexpected character ';' at line 1, column 5.
          {a:1]                | Unexpected character ']' at line 1, column 5.
          [1}                  | Unexpected character '}' at line 1, column 3.
          [,]                  | Unexpected character ',' at line 1, column 2.
          [1,,]                | Unexpected character ',' at line 1, column 4.
          {,}                  | Unexpected character ',' at line 1, column 2.
          {:1}                 | Unexpected character ':' at line 1, column 2.
          {a:}                 | Unexpected character '}' at line 1, column 4.
          {a-b:1}              | Unexpected character '-' at line 1, column 3.
          {1a:1}               | Unexpected character '1' at line 1, column 2.
          {[1]:1}              | Unexpected character '[' at line 1, column 2.
          [#1]                 | Unexpected character '#' at line 1, column 2.
          [/1]                 | Unexpected character '/' at line 1, column 2.
          [@]                  | Unexpected character '@' at line 1, column 2.
          ['\\1']              | Unexpected character '1' at line 1, column 4.
          ['\\01']             | Unexpected character '0' at line 1, column 4.
          ['\\xg1']            | Unexpected character 'g' at line 1, column 5.
          ['\\u12']            | Unexpected character ''' at line 1, column 7.
          [1.2.3]              | '1.2.3' is neither a value nor in quotes at line 1, column 2.
          [012]                | '012' is neither a value nor in quotes at line 1, column 2.
          [1_000]              | '1_000' is neither a value nor in quotes at line 1, column 2.
          [0b1]                | '0b1' is neither a value nor in quotes at line 1, column 2.
          [0x]                 | '0x' is neither a value nor in quotes at line 1, column 2.
          [0x1.8]              | '0x1.8' is neither a value nor in quotes at line 1, column 2.
          [.]                  | '.' is neither a value nor in quotes at line 1, column 2.
          [1e]                 | '1e' is neither a value nor in quotes at line 1, column 2.
          [--1]                | '--1' is neither a value nor in quotes at line 1, column 2.
          {a: yes}             | 'yes' is neither a value nor in quotes at line 1, column 5.
          {a: True}            | 'True' is neither a value nor in quotes at line 1, column 5.
          undefined            | 'undefined' is neither a value nor in quotes at line 1, column 1.
          """)
  void a_malformed_document_is_refused_with_the_place(String document, String message) {
    assertThatThrownBy(() -> parse(document))
        .isInstanceOf(UnreadableJson.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r", "\r\n"})
  void lines_are_counted_however_they_end(String end) {
    UnreadableJson refusal =
        catchThrowableOfType(
            UnreadableJson.class,
            () -> parse("{" + end + "// c" + end + end + "a: '\ud83d\ude00', b!" + end + "}"));

    assertThat(refusal).hasMessage("Unexpected character '!' at line 4, column 10.");
    assertThat(refusal.line()).isEqualTo(4);
    assertThat(refusal.column()).isEqualTo(10);
  }

  @Test
  void a_string_ends_on_its_line() {
    assertThatThrownBy(() -> parse("{a: 'b\n'}"))
        .hasMessage("Unexpected character U+000A at line 1, column 7.");
  }

  @Test
  void a_nul_is_refused_wherever_it_stands() {
    for (String document : new String[] {"\0{}", "{}\0", "{}\0x", "{a:'\0'}", "/*\0*/{}"}) {
      assertThatThrownBy(() -> parse(document))
          .isInstanceOf(UnreadableJson.class)
          .hasMessageStartingWith("Unexpected character U+0000 at line 1, column ");
    }
  }

  /** Jackson alone reads the last one, whose low byte is that of an f, as {@code \\u041f}. */
  @ParameterizedTest
  @ValueSource(strings = {"\"\\u041g\"", "'\\u041g'", "\"\\u041\ub866\""})
  void a_unicode_escape_has_four_hex_digits(String document) {
    assertThatThrownBy(() -> parse("[" + document + "]"))
        .isInstanceOf(UnreadableJson.class)
        .hasMessageStartingWith("Unexpected character ")
        .hasMessageEndingWith(" at line 1, column 8.");
  }

  @Test
  void only_the_start_of_a_wrong_word_is_repeated() {
    assertThatThrownBy(() -> parse("[" + "x".repeat(41) + "]"))
        .hasMessage(
            "'%s...' is neither a value nor in quotes at line 1, column 2."
                .formatted("x".repeat(40)));
  }

  /** Each limit is tested for the strict reader and, after a comment, for the relaxed one. */
  @ParameterizedTest
  @ValueSource(strings = {"", "/**/"})
  void nesting_ends_at_1000_levels(String prefix) {
    assertThat(parse(prefix + "[".repeat(1000) + "]".repeat(1000)).isArray()).isTrue();
    assertThat(parse(prefix + "{\"a\":".repeat(1000) + "1" + "}".repeat(1000)).isObject()).isTrue();
    assertThatThrownBy(() -> parse(prefix + "[".repeat(1001) + "]".repeat(1001)))
        .hasMessage(
            "Nesting deeper than 1000 levels at line 1, column " + (1001 + prefix.length()) + ".");
    assertThat(parse(prefix + "[" + "[],".repeat(2000) + "1]")).hasSize(2001);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/**/"})
  void numbers_end_at_1000_digits(String prefix) {
    String most = "9".repeat(1000);
    String tiny = "-1." + "0".repeat(995) + "e-1000";
    JsonNode longest = parse(prefix + "[" + most + ",-" + most + "," + tiny + "]");
    assertThat(longest.get(0).bigIntegerValue()).hasToString(most);
    assertThat(longest.get(1).bigIntegerValue()).hasToString("-" + most);
    assertThat(longest.get(2).doubleValue()).isZero();
    for (String number : new String[] {most + "9", "-1." + most, tiny + "0"}) {
      assertThatThrownBy(() -> parse(prefix + "[" + number + "]"))
          .hasMessage(
              "Number or word of more than 1000 digits at line 1, column %d.", 2 + prefix.length());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/**/"})
  void names_end_at_50000_characters(String prefix) {
    assertThat(parse(prefix + "{\"" + "a".repeat(50_000) + "\":1}")).hasSize(1);
    assertThatThrownBy(() -> parse(prefix + "{\"" + "a".repeat(50_001) + "\":1}"))
        .hasMessage(
            "Name of more than 50000 characters at line 1, column " + (2 + prefix.length()) + ".");
  }
}
