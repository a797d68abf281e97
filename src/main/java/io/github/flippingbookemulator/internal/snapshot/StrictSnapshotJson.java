package io.github.flippingbookemulator.internal.snapshot;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/** Reads JSON exactly as RFC 8259 defines it, in which the names of an object are different. */
final class StrictSnapshotJson {
  private static final int MAX_DEPTH = 50;
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxStringLength(Integer.MAX_VALUE) // a whole PDF
                          .build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private StrictSnapshotJson() {}

  static JsonNode read(String text) {
    return read(() -> MAPPER.readTree(text));
  }

  static JsonNode read(byte[] text) {
    return read(() -> MAPPER.readTree(text));
  }

  private static JsonNode read(Reading reading) {
    try {
      return reading.read();
    } catch (StreamConstraintsException e) {
      throw SnapshotJson.unreadable(
          "it is nested deeper than " + MAX_DEPTH + " levels, or has a name or number too long");
    } catch (JsonProcessingException e) {
      String where =
          e.getLocation() == null
              ? ""
              : " at line "
                  + e.getLocation().getLineNr()
                  + ", column "
                  + e.getLocation().getColumnNr();
      throw SnapshotJson.unreadable(
          String.valueOf(e.getOriginalMessage()).startsWith("Duplicate field")
              ? "an object has a property twice" + where
              : "it is no JSON" + where);
    } catch (IOException e) {
      throw SnapshotJson.unreadable("it is no text in UTF-8");
    }
  }

  private interface Reading {
    JsonNode read() throws IOException;
  }
}
