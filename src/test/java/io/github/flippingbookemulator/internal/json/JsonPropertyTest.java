package io.github.flippingbookemulator.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Compares three readers of the same document: the gateway's, the JSON5 reader alone, and Jackson,
 * either strict or lenient. {@code -Djson.seeds=200000} makes a long run.
 *
 * <p>Where both accept, the gateway and lenient Jackson agree. Documents that only one of them
 * accepts are not compared. These are:
 *
 * <ul>
 *   <li>only JSON5: hex numbers, <code>\'</code>, <code>\x41</code>, <code>\v</code>, <code>\0
 *       </code>, continued lines, escapes in unquoted names, further blanks (U+00A0, U+2028,
 *       U+FEFF), half a surrogate pair escaped in a name, a comment right behind a number that is
 *       the whole document;
 *   <li>only lenient Jackson: names such as <code>a-b</code> and <code>1a</code>, the number {@code
 *       INF}, a document of comments alone, line ends in strings, <code>&#92;u041</code> followed
 *       by a letter whose low byte is a hex digit.
 * </ul>
 *
 * <p>Two classes are not compared because both may accept them but read them differently: JSON5
 * ends a <code>//</code> comment at U+2028 and U+2029 too, and U+FEFF is a blank in JSON5 but part
 * of an unquoted name to Jackson.
 */
class JsonPropertyTest {
  private static final JsonMapper PLAIN =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  private static final JsonMapper LENIENT =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(
              JsonReadFeature.ALLOW_SINGLE_QUOTES,
              JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES,
              JsonReadFeature.ALLOW_JAVA_COMMENTS,
              JsonReadFeature.ALLOW_TRAILING_COMMA,
              JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS,
              JsonReadFeature.ALLOW_LEADING_DECIMAL_POINT_FOR_NUMBERS,
              JsonReadFeature.ALLOW_TRAILING_DECIMAL_POINT_FOR_NUMBERS,
              JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS,
              JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .build();

  /** The same documents in each build, so that it fails because of a change, not by chance. */
  private static final int SEEDS = Integer.getInteger("json.seeds", 1000);

  private static final Pattern READ_DIFFERENTLY =
      Pattern.compile("(?s)//.*[\\u2028\\u2029]|\\ufeff");

  @Test
  void strict_json_is_what_jackson_makes_of_it() {
    each(
        JsonDocuments::strict,
        document -> {
          Optional<JsonNode> expected = plain(document);

          assertThat(gateway(document)).as(readable(document)).isEqualTo(expected);
          assertThat(json5Alone(document)).as(readable(document)).isEqualTo(expected);
        });
  }

  @Test
  void json5_is_what_lenient_jackson_makes_of_it() {
    each(
        JsonDocuments::json5,
        document -> {
          Optional<JsonNode> read = gateway(document);

          if (!document.contains("0x")) {
            assertThat(read).as(readable(document)).isEqualTo(lenient(document));
          }
          if (!document.contains(JsonDocuments.LONG_NUMBER)) {
            assertThat(read).as(readable(document)).isPresent();
          }
          assertThat(json5Alone(document)).as(readable(document)).isEqualTo(read);
        });
  }

  @Test
  void a_broken_document_is_read_as_lenient_jackson_would_or_refused() {
    each(JsonDocuments::mutated, JsonPropertyTest::requireReadAsJacksonOrRefused);
  }

  @Test
  void the_way_by_strict_json_makes_no_difference() {
    each(
        JsonDocuments::mutated,
        document -> {
          assertThat(gateway(document)).as(readable(document)).isEqualTo(json5Alone(document));
        });
  }

  static void requireReadAsJacksonOrRefused(String document) {
    Optional<JsonNode> read = gateway(document);
    Optional<JsonNode> oracle = lenient(document);
    if (read.isPresent() && oracle.isPresent() && !READ_DIFFERENTLY.matcher(document).find()) {
      assertThat(read).as(readable(document)).isEqualTo(oracle);
    }
  }

  static void requireSameWithoutStrictWay(String document) {
    assertThat(gateway(document)).as(readable(document)).isEqualTo(json5Alone(document));
  }

  private static void each(Function<JsonDocuments, String> kind, Consumer<String> property) {
    for (int seed = 0; seed < SEEDS; seed++) {
      property.accept(kind.apply(new JsonDocuments(seed)));
    }
  }

  /** Makes blanks and half surrogate pairs readable in the report of a failure. */
  private static String readable(String document) {
    StringBuilder ascii = new StringBuilder();
    document
        .chars()
        .forEach(
            c -> ascii.append(c >= ' ' && c < 127 ? (char) c + "" : String.format("<%04X>", c)));
    return ascii.toString();
  }

  private static Optional<JsonNode> gateway(String document) {
    return unlessRefused(() -> RelaxedJson.parse(document.getBytes(UTF_8)));
  }

  private static Optional<JsonNode> json5Alone(String document) {
    return unlessRefused(() -> RelaxedJson.parseWithLines(document).document());
  }

  /** Catches only the refusal: any other exception makes the property fail. */
  private static Optional<JsonNode> unlessRefused(Supplier<JsonNode> reader) {
    try {
      return Optional.of(reader.get());
    } catch (UnreadableJson e) {
      assertThat(e)
          .message()
          .matches("(?s).{5,80} at line [1-9][0-9]*, column [1-9][0-9]*\\.")
          .doesNotContain("Exception", "json5", "Jackson", "Token");
      return Optional.empty();
    }
  }

  private static Optional<JsonNode> plain(String document) {
    return jackson(() -> PLAIN.readTree(document.getBytes(UTF_8)));
  }

  /** Reads from characters: from bytes, Jackson does not accept an unquoted name with an umlaut. */
  private static Optional<JsonNode> lenient(String document) {
    return jackson(() -> LENIENT.readTree(document));
  }

  private static Optional<JsonNode> jackson(Callable<JsonNode> reader) {
    try {
      return Optional.of(reader.call()).filter(node -> !node.isMissingNode());
    } catch (Exception e) {
      return Optional.empty();
    }
  }
}
