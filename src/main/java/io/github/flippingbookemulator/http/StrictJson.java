package io.github.flippingbookemulator.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** JSON by the letter of RFC 8259, and the limits that the relaxed reader shares. */
final class StrictJson {
  static final int MAX_DEPTH = 1_000;
  static final int MAX_DIGITS = 1_000;
  static final int MAX_NAME = 50_000;

  private StrictJson() {}

  static JsonNode read(String text) throws JsonProcessingException {
    return Reader.INSTANCE.readTree(text);
  }

  /** Made on first use, since a reader costs more than many documents. */
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
                    // Names come from clients: pooling them would let one request slow the next.
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();
  }
}
