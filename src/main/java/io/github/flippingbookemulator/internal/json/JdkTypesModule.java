package io.github.flippingbookemulator.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.OptionalInt;

/** Reads and writes types of the JDK that have no form in JSON. */
final class JdkTypesModule extends SimpleModule {
  private static final long serialVersionUID = 1;

  JdkTypesModule() {
    addSerializer(Instant.class, new InstantWriter());
    addDeserializer(
        Instant.class,
        new TextReader<>(Instant.class) {
          @Override
          Instant parse(String text) {
            return OffsetDateTime.parse(text).toInstant();
          }
        });
    addSerializer(Duration.class, ToStringSerializer.instance);
    addDeserializer(Duration.class, new DurationReader());
    addSerializer(URI.class, ToStringSerializer.instance);
    addSerializer(OptionalInt.class, new OptionalIntWriter());
    addDeserializer(OptionalInt.class, new OptionalIntReader());
  }

  private static final class InstantWriter extends StdSerializer<Instant> {
    private static final long serialVersionUID = 1;

    InstantWriter() {
      super(Instant.class);
    }

    @Override
    public void serialize(Instant time, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(Timestamp.of(time));
    }
  }

  private abstract static class TextReader<T> extends StdDeserializer<T> {
    private static final long serialVersionUID = 1;

    TextReader(Class<T> type) {
      super(type);
    }

    abstract T parse(String text);

    @Override
    @SuppressWarnings("unchecked")
    public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
      if (!json.hasToken(JsonToken.VALUE_STRING)) {
        return (T) context.handleUnexpectedToken(handledType(), json);
      }
      try {
        return parse(json.getText());
      } catch (DateTimeException | ArithmeticException e) {
        return (T) context.handleWeirdStringValue(handledType(), json.getText(), "");
      }
    }
  }

  /** Reads a duration, also as a number of seconds. */
  private static final class DurationReader extends TextReader<Duration> {
    private static final long serialVersionUID = 1;
    private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(Long.MAX_VALUE);

    DurationReader() {
      super(Duration.class);
    }

    @Override
    Duration parse(String text) {
      return Duration.parse(text);
    }

    @Override
    public Duration deserialize(JsonParser json, DeserializationContext context)
        throws IOException {
      if (!json.currentToken().isNumeric()) {
        return super.deserialize(json, context);
      }
      if (Double.isFinite(json.getDoubleValue())) {
        BigDecimal seconds = json.getDecimalValue();
        if (seconds.abs().compareTo(MOST_SECONDS) < 0) {
          BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
          long nanos = seconds.subtract(whole).movePointRight(9).longValue();
          return Duration.ofSeconds(whole.longValueExact(), nanos);
        }
      }
      return (Duration)
          context.handleWeirdNumberValue(Duration.class, json.getNumberValue(), "too long");
    }
  }

  private static final class OptionalIntWriter extends StdSerializer<OptionalInt> {
    private static final long serialVersionUID = 1;

    OptionalIntWriter() {
      super(OptionalInt.class);
    }

    @Override
    public boolean isEmpty(SerializerProvider provider, OptionalInt value) {
      return value.isEmpty();
    }

    @Override
    public void serialize(OptionalInt value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeNumber(value.orElseThrow());
    }
  }

  private static final class OptionalIntReader extends StdDeserializer<OptionalInt> {
    private static final long serialVersionUID = 1;

    OptionalIntReader() {
      super(OptionalInt.class);
    }

    @Override
    public OptionalInt deserialize(JsonParser json, DeserializationContext context)
        throws IOException {
      return OptionalInt.of(_parseIntPrimitive(json, context));
    }

    @Override
    public OptionalInt getNullValue(DeserializationContext context) {
      return OptionalInt.empty();
    }

    @Override
    public OptionalInt getAbsentValue(DeserializationContext context) {
      return OptionalInt.empty();
    }
  }
}
