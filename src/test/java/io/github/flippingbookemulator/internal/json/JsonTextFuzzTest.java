package io.github.flippingbookemulator.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;

/** Bytes that may be JSON, with the comparisons of {@link JsonPropertyTest}. */
class JsonTextFuzzTest {
  @FuzzTest(maxDuration = "20s")
  @DictionaryFile(resourcePath = "json5.dict")
  void a_document_is_read_as_jackson_would_or_refused(byte[] input) {
    JsonNode read;
    try {
      read = RelaxedJson.parse(input);
    } catch (UnreadableJson e) {
      read = null;
    }
    String text = new String(input, UTF_8);
    boolean utf8 = Arrays.equals(text.getBytes(UTF_8), input);
    if (read != null) {
      assertThat(utf8).as("only UTF-8 is read").isTrue();
      requireSameAfterWriting(read);
    }
    if (utf8 && !text.isBlank()) {
      JsonPropertyTest.requireReadAsJacksonOrRefused(inBrackets(text));
      JsonPropertyTest.requireSameWithoutStrictWay(inBrackets(text));
    }
  }

  /** Jackson treats a scalar that is the whole document in a way of its own. */
  private static String inBrackets(String text) {
    return "[" + text + "]";
  }

  /** Written as answers are: half a surrogate pair has no UTF-8, so it must come out escaped. */
  private static void requireSameAfterWriting(JsonNode read) {
    byte[] written = Json.write(read);
    assertThat(Json.write(RelaxedJson.parse(written)))
        .asString(UTF_8)
        .isEqualTo(new String(written, UTF_8));
  }
}
