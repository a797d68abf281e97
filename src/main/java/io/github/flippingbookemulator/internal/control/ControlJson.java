package io.github.flippingbookemulator.internal.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.flippingbookemulator.event.DomainEvent;
import io.github.flippingbookemulator.internal.json.RecordMapper;
import io.github.flippingbookemulator.internal.json.RelaxedJson;
import io.github.flippingbookemulator.link.LinkEvent;
import io.github.flippingbookemulator.publication.PublicationEvent;
import io.github.flippingbookemulator.reader.ReaderEvent;
import io.github.flippingbookemulator.source.SourceEvent;
import java.util.List;
import java.util.Map;

/**
 * The JSON of the control plane, the same for the server and for its client: records as {@link
 * RecordMapper} writes them.
 */
public final class ControlJson {
  private ControlJson() {}

  /** Made on first use, since making a mapper takes longer than the rest of a reset. */
  private static final class Mapper {
    /** Each feature has its own events, so their common interface is not sealed. */
    static final RecordMapper INSTANCE =
        new RecordMapper(
            Map.of(
                DomainEvent.class,
                List.of(
                    PublicationEvent.class,
                    SourceEvent.class,
                    LinkEvent.class,
                    ReaderEvent.class)));
  }

  /** Returns the mapper. */
  public static RecordMapper mapper() {
    return Mapper.INSTANCE;
  }

  /** Writes a record, or a list or map of records. */
  public static byte[] write(Object value) {
    return Mapper.INSTANCE.write(value);
  }

  /** Reads a record from relaxed JSON. */
  public static <T> T read(byte[] json, Class<T> type) {
    return read(parse(json), type);
  }

  /** Reads relaxed JSON. */
  public static JsonNode parse(byte[] json) {
    return RelaxedJson.parse(json);
  }

  /** Reads a list of records. */
  public static <T> List<T> readList(JsonNode json, Class<T> type) {
    return Mapper.INSTANCE.readList(json, type);
  }

  /** Reads a record. */
  public static <T> T read(JsonNode json, Class<T> type) {
    return Mapper.INSTANCE.read(json, type);
  }
}
