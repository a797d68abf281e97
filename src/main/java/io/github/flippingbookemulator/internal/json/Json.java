package io.github.flippingbookemulator.internal.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
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

  private static final ObjectWriter VALUES =
      MAPPER.writer().without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);

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
   * @param out gets UTF-8 whenever the generator is flushed
   * @return the generator
   */
  public static JsonGenerator generator(OutputStream out) {
    try {
      return MAPPER.createGenerator(out);
    } catch (IOException e) {
      throw new IllegalStateException("cannot write JSON", e);
    }
  }

  /**
   * Makes a writer for the values between the names, braces and brackets of a generator.
   *
   * @param generator writes to its output
   * @return the writer, faster for several values than {@link #write(Object)} for each
   */
  public static SequenceWriter values(JsonGenerator generator) {
    try {
      return VALUES.writeValues(generator);
    } catch (IOException e) {
      throw new IllegalStateException("cannot write JSON", e);
    }
  }
}
