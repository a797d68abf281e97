package io.github.flippingbookemulator.internal.snapshot;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.regex.Pattern;

/** JSON by the letter of RFC 8259, with names that differ, in lines that people can read. */
final class JsonStyle {
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
  private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");
  private static final ObjectWriter WRITER =
      MAPPER.writer(new DefaultPrettyPrinter().withObjectIndenter(LINES).withArrayIndenter(LINES));

  /** Half a surrogate pair: clients can send it escaped, and UTF-8 has no other form for it. */
  private static final Pattern HALF_PAIR = Pattern.compile("\\p{Cs}");

  private JsonStyle() {}

  static String write(JsonNode json) {
    try {
      String text = WRITER.writeValueAsString(json) + "\n";
      return HALF_PAIR
          .matcher(text)
          .replaceAll(half -> "\\\\u%04x".formatted((int) half.group().charAt(0)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("every tree can be written", e);
    }
  }

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
      throw JsonReader.unreadable(
          "it is nested deeper than " + MAX_DEPTH + " levels, or has a name or number too long");
    } catch (JsonProcessingException e) {
      String said = String.valueOf(e.getOriginalMessage());
      String where =
          e.getLocation() == null
              ? ""
              : " at line "
                  + e.getLocation().getLineNr()
                  + ", column "
                  + e.getLocation().getColumnNr();
      throw JsonReader.unreadable(
          said.startsWith("Duplicate field")
              ? "an object has a property twice" + where
              : "it is no JSON" + where);
    } catch (IOException e) {
      throw JsonReader.unreadable("it is no text in UTF-8");
    }
  }

  private interface Reading {
    JsonNode read() throws IOException;
  }
}
