package io.github.flippingbookemulator.internal.json;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that are accepted: strict JSON, all of JSON5, and the encodings of bodies. */
class RelaxedJsonTest {
  private static JsonNode parse(String text) {
    return RelaxedJson.parse(text.getBytes(UTF_8));
  }

  /** Between vertical bars: the JSON5 document, then the same in strict JSON. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'a': 'b'}                     | {"a": "b"}
          {a: 1, $b_2: 2, \u00fcber: 3}  | {"a": 1, "$b_2": 2, "\u00fcber": 3}
          {\\u0061b: 1}                  | {"ab": 1}
          {null: 1, true: 2, Infinity: 3} | {"null": 1, "true": 2, "Infinity": 3}
          {'': 1}                        | {"": 1}
          ['it is "so"', "it's"]         | ["it is \\"so\\"", "it's"]
          ['it\\'s', '\\a\\q\\"']        | ["it's", "aq\\""]
          ['\\x41\\x7a\\u00e9\\v\\0']    | ["Az\\u00e9\\u000b\\u0000"]
          ['\\b\\f\\n\\r\\t\\\\\\/']     | ["\\b\\f\\n\\r\\t\\\\/"]
          ['C:\\Users', '\\U0041']       | ["C:Users", "U0041"]
          ['\\\\Users']                  | ["\\\\Users"]
          ['\\ud83d\\ude00 \\ud800']     | ["\\ud83d\\ude00 \\ud800"]
          ['/* no */ // comment']        | ["/* no */ // comment"]
          ["a\\\\", /* " */ 'b']         | ["a\\\\", "b"]
          [1, 2,]                        | [1, 2]
          {a: [], b: {},}                | {"a": [], "b": {}}
          /**/[/***/1/* * / */]/**/      | [1]
          {a/**/:/*'*/1/*"*/,/**/}       | {"a": 1}
          [[],[[]],{},]                  | [[], [[]], {}]
          [+1, -1, +0, -0]               | [1, -1, 0, 0]
          [.5, 5., -.5, +5., 0.]         | [0.5, 5.0, -0.5, 5.0, 0.0]
          [+1e5, 1.5E3, .5e-1, 5.e+1]    | [1e5, 1.5e3, 0.05, 50.0]
          [0x10, -0xFf, +0X0]            | [16, -255, 0]
          [0x7fffffffffffffff,]          | [9223372036854775807]
          [9223372036854775808,]         | [9223372036854775808]
          [9007199254740993,]            | [9007199254740993]
          {a: 1, 'b': 2, "a": [3]}       | {"a": [3], "b": 2}
          'text'                         | "text"
          +7                             | 7
          [1] // the end                 | [1]
          """)
  void json5_means_the_same_as_its_strict_twin(String json5, String strict) throws Exception {
    assertThat(parse(json5)).isEqualTo(new ObjectMapper().readTree(strict));
  }

  @Test
  void comments_end_with_their_line_and_strings_go_on_behind_a_backslash() {
    assertThat(parse("{// one\n a: 1, // two\r b: 'x\\\ny\\\r\nz\\\u2028', // three\u2028 c: 3}"))
        .isEqualTo(parse("{\"a\": 1, \"b\": \"xyz\", \"c\": 3}"));
  }

  @Test
  void every_blank_of_json5_separates() {
    assertThat(parse("\t\u000b\f \u00a0\ufeff\u2003\r\n\u2028\u2029[1,\u00a0]"))
        .isEqualTo(parse("[1]"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Infinity", "+Infinity", "-Infinity", "NaN", "+NaN", "-NaN"})
  void numbers_that_json_lacks_are_numbers_that_are_not_finite(String word) {
    JsonNode number = parse("[" + word + "]").get(0);

    assertThat(number.isDouble()).isTrue();
    assertThat((Double) number.doubleValue()).isEqualTo(Double.valueOf(word));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1e10]", "[1e10,]", "[+1e10]", "[1e+10,]", "[10000000000,]"})
  void an_exponent_counts(String document) {
    JsonNode number = parse(document).get(0);

    assertThat(number.longValue()).isEqualTo(10_000_000_000L);
    assertThat(number.decimalValue()).isEqualByComparingTo("10000000000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[123456789012345678901234567890]", "[123456789012345678901234567890,]"})
  void whole_numbers_of_any_size_are_exact(String document) {
    assertThat(parse(document).get(0).bigIntegerValue())
        .isEqualTo(new BigInteger("123456789012345678901234567890"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\r\n\t ", "\ufeff", "\ufeff \n"})
  void an_empty_or_blank_body_is_an_empty_object(String body) {
    assertThat(parse(body)).isEqualTo(parse("{}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"true|BOOLEAN", "null|NULL", "-1.5|NUMBER", "\"a\"|STRING", "[]|ARRAY", ".5|NUMBER"})
  void a_document_need_not_be_an_object(String document, String type) {
    assertThat(parse(document).getNodeType()).hasToString(type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":1,\"b\":2,\"a\":3}", "{a:1,b:2,a:3}"})
  void the_last_of_equal_names_wins_at_the_place_of_the_first(String document) {
    assertThat(parse(document)).hasToString("{\"a\":3,\"b\":2}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\": \"\u00fc \u20ac \ud83d\ude00 \ufffd\"}",
        "{a: '\u00fc \u20ac \ud83d\ude00 \ufffd'}"
      })
  void a_body_is_utf8_with_or_without_a_byte_order_mark(String document) {
    assertThat(parse(document).get("a").textValue()).isEqualTo("\u00fc \u20ac \ud83d\ude00 \ufffd");
    assertThat(parse("\ufeff" + document)).isEqualTo(parse(document));
  }

  @Test
  void bytes_that_are_not_utf8_are_refused_with_their_place() {
    for (int[] wrong :
        new int[][] {{0xFC}, {0xC3}, {0xC0, 0x80}, {0xED, 0xA0, 0x80}, {0xF5, 0x80, 0x80, 0x80}}) {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      body.writeBytes("\ufeff[\n \"\u20ac\", \"\ufffd".getBytes(UTF_8));
      for (int octet : wrong) {
        body.write(octet);
      }
      body.writeBytes("\"]".getBytes(UTF_8));

      assertThatThrownBy(() -> RelaxedJson.parse(body.toByteArray()))
          .isInstanceOf(UnreadableJson.class)
          .hasMessage("Bytes that are not UTF-8 at line 2, column 9.");
    }
  }

  @Test
  void another_encoding_is_not_guessed() {
    assertThatThrownBy(() -> RelaxedJson.parse("{\"a\":1}".getBytes(UTF_16LE)))
        .isInstanceOf(UnreadableJson.class)
        .hasMessage("Unexpected character U+0000 at line 1, column 2.");
  }
}
