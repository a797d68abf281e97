package io.github.flippingbookemulator.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Reads strict JSON (RFC 8259); has the limits that the relaxed reader shares. */
final class StrictJson {
  static final int MAX_DEPTH = 1_000;
  static final int MAX_DIGITS = 1_000;
  static final int MAX_NAME = 50_000;

  private StrictJson() {}

  /**
   * Reads bytes, not characters: from characters, Jackson accepts in a Unicode escape any character
   * whose low byte is a hex digit.
   */
  static JsonNode read(byte[] utf8) throws IOException {
    return Reader.INSTANCE.readTree(utf8);
  }

  /** Tells whether text is strict but for what the reference allows: single quotes, bare names. */
  static boolean isDocumentedForm(String text) {
    try {
      Reader.INSTANCE
          .withFeatures(
              JsonReadFeature.ALLOW_SINGLE_QUOTES, JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .readTree(text.getBytes(StandardCharsets.UTF_8));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Made on first use, since making a reader takes longer than reading many documents. */
  private static final class Reader {
    static final ObjectReader INSTANCE =
        JsonMapper.builder(
                JsonFactory.builder()
                    .streamReadConstraints(
                        StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(MAX_DIGITS)
                            .maxNameLength(MAX_NAME)
                            .build())
                    // Names come from clients and must not fill the string pool of the JVM.
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();
  }
}
