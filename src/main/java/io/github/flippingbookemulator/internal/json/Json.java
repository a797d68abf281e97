package io.github.flippingbookemulator.internal.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;

/** Writes JSON for the gateway: strict, and without properties that are null. */
public final class Json {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build();

  private Json() {}

  /**
   * Writes JSON on one line.
   *
   * @param value a value that Jackson can write
   * @return UTF-8
   */
  public static byte[] write(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + value.getClass(), e);
    }
  }

  /**
   * Makes a generator for JSON that is written piece by piece.
   *
   * @param out gets UTF-8, after each value
   */
  public static JsonGenerator generator(OutputStream out) {
    try {
      return MAPPER.createGenerator(out);
    } catch (IOException e) {
      throw new IllegalStateException("cannot write JSON", e);
    }
  }

  /**
   * Writes one value.
   *
   * @param generator writes to its output
   * @param value a value that Jackson can write
   * @throws IOException if the output throws it
   */
  public static void write(JsonGenerator generator, Object value) throws IOException {
    MAPPER.writeValue(generator, value);
  }
}
