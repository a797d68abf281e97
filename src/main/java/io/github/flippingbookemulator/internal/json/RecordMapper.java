package io.github.flippingbookemulator.internal.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonInclude.Value;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Reads and writes records as JSON, without annotations in them: components by their names, times
 * and durations in ISO 8601, enums as the words of the API, and a property {@code type} where a
 * type has subtypes.
 *
 * <p>Components that are null are left out. Reading is strict: a property that is unknown, missing
 * or of the wrong type causes an {@link IllegalArgumentException} that names it.
 */
public final class RecordMapper {
  private final RecordTypes types;
  private final ObjectMapper mapper;

  /**
   * Makes a mapper. That takes some time, so make it on first use.
   *
   * @param open the interfaces that have subtypes without being sealed, and these subtypes
   * @param modules how to read and write types that are no records
   */
  public RecordMapper(Map<Class<?>, List<? extends Class<?>>> open, Module... modules) {
    types = new RecordTypes(open);
    mapper =
        JsonMapper.builder()
            .annotationIntrospector(types)
            .addModule(new JdkTypesModule())
            .addModules(modules)
            // Of a record, only the components are written.
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .visibility(PropertyAccessor.GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .defaultPropertyInclusion(Value.construct(Include.NON_NULL, Include.ALWAYS))
            .withConfigOverride(
                OptionalInt.class,
                override -> override.setInclude(Value.construct(Include.NON_EMPTY, Include.ALWAYS)))
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                LogicalType.Textual,
                text -> {
                  text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                  text.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                  text.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
                })
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
  }

  /** Writes a record, or a list or map of records. */
  public byte[] write(Object value) {
    try {
      return mapper.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + value.getClass(), e);
    }
  }

  /**
   * Writes a record in lines that people can read.
   *
   * @param attributes what the modules need
   */
  public String writeLines(Object value, Map<String, ?> attributes) {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    try {
      return mapper
          .writer(new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines))
          .withAttributes(attributes)
          .writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + value.getClass(), e);
    }
  }

  /** Reads a list of records. */
  public <T> List<T> readList(JsonNode json, Class<T> type) {
    return read(json, mapper.getTypeFactory().constructCollectionType(List.class, type), Map.of());
  }

  /** Reads a record. */
  public <T> T read(JsonNode json, Class<T> type) {
    return read(json, type, Map.of());
  }

  /**
   * Reads a record.
   *
   * @param attributes what the modules need
   */
  public <T> T read(JsonNode json, Class<T> type, Map<String, ?> attributes) {
    return read(json, mapper.constructType(type), attributes);
  }

  /** Returns all records that implement an interface, directly or below another interface. */
  public Stream<Class<?>> subtypes(Class<?> type) {
    return types.kinds(type);
  }

  /** Returns the value of the property {@code type} for a record. */
  public static String nameOf(Class<?> record) {
    return RecordTypes.name(record);
  }

  /** Returns the word for a constant: that of the API, or else its name as on the command line. */
  public static String wordOf(Enum<?> constant) {
    return RecordTypes.word(constant);
  }

  private <T> T read(JsonNode json, JavaType type, Map<String, ?> attributes) {
    if (json.isNull()) {
      throw new IllegalArgumentException(JsonErrorMessage.nothing());
    }
    try {
      return mapper.readerFor(type).withAttributes(attributes).readValue(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(JsonErrorMessage.sentence(e, json, types));
    } catch (IOException e) {
      throw new IllegalStateException("a tree is in memory", e);
    }
  }
}
