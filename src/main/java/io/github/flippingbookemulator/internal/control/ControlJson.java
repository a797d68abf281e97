package io.github.flippingbookemulator.internal.control;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonInclude.Value;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.flippingbookemulator.control.client.HttpControl;
import io.github.flippingbookemulator.internal.json.RelaxedJson;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;

/**
 * The JSON of the control plane, the same for the server and for {@link HttpControl}: the domain's
 * records as they are, times and durations in ISO 8601, enums as the words of the API, and a
 * property {@code type} where a type has subtypes.
 *
 * <p>Properties that are null are left out. Reading is strict: a property that is unknown, missing
 * or of the wrong type causes an {@link IllegalArgumentException} that names it.
 */
public final class ControlJson {
  private ControlJson() {}

  /** Made on first use, since making a mapper takes longer than the rest of a reset. */
  private static final class Mapper {
    static final ObjectMapper INSTANCE =
        JsonMapper.builder()
            .annotationIntrospector(new RecordTypes())
            .addModule(new JdkTypesModule())
            // Of a record, only the components are written.
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .visibility(PropertyAccessor.GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .defaultPropertyInclusion(Value.construct(Include.NON_NULL, Include.ALWAYS))
            .withConfigOverride(
                OptionalInt.class,
                override -> override.setInclude(Value.construct(Include.NON_EMPTY, Include.ALWAYS)))
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
  }

  /** Writes a record, or a list or map of records. */
  public static byte[] write(Object value) {
    try {
      return Mapper.INSTANCE.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + value.getClass(), e);
    }
  }

  /** Reads a record from relaxed JSON. */
  public static <T> T read(byte[] json, Class<T> type) {
    return read(parse(json), type);
  }

  public static JsonNode parse(byte[] json) {
    return RelaxedJson.parse(json);
  }

  /** Reads a list of records. */
  public static <T> List<T> readList(JsonNode json, Class<T> type) {
    return read(json, Mapper.INSTANCE.getTypeFactory().constructCollectionType(List.class, type));
  }

  /** Reads a record. */
  public static <T> T read(JsonNode json, Class<T> type) {
    return read(json, Mapper.INSTANCE.constructType(type));
  }

  private static <T> T read(JsonNode json, JavaType type) {
    if (json.isNull()) {
      throw new IllegalArgumentException(JsonErrorMessage.nothing());
    }
    try {
      return Mapper.INSTANCE.readerFor(type).readValue(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(JsonErrorMessage.sentence(e, json));
    } catch (IOException e) {
      throw new IllegalStateException("a tree is in memory", e);
    }
  }
}
