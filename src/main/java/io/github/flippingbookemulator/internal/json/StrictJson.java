package io.github.flippingbookemulator.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/** JSON by the letter of RFC 8259, and the limits that the relaxed reader shares. */
final class StrictJson {
  static final int MAX_DEPTH = 1_000;
  static final int MAX_DIGITS = 1_000;
  static final int MAX_NAME = 50_000;

  private StrictJson() {}

  /**
   * Reads bytes, not characters: from characters Jackson takes any whose low byte is a hex digit
   * for that digit of a Unicode escape.
   */
  static JsonNode read(byte[] utf8) throws IOException {
    return Reader.INSTANCE.readTree(utf8);
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
                    // Names come from clients; the pool of the virtual machine is not for them.
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();
  }
}
