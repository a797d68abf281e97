package io.github.flippingbookemulator.internal.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SequenceWriter;
import io.github.flippingbookemulator.internal.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Map.Entry;

/**
 * The JSON of an envelope, made item by item as it is read. Nothing but the part that is about to
 * be read is in memory.
 */
final class JsonStream extends InputStream {
  /** The size of a part, in bytes; a part is larger if a single item is. */
  static final int PART = 32 * 1024;

  private final Buffer buffer = new Buffer();
  private final JsonGenerator generator;
  private final SequenceWriter values;
  private final Iterator<Entry<String, Object>> properties;
  private Iterator<Object> items = Map.<Object, Object>of().keySet().iterator();
  private boolean begun;
  private boolean inList;
  private boolean ended;

  JsonStream(Map<String, Object> properties) {
    this.properties = properties.entrySet().iterator();
    generator = Json.generator(buffer);
    values = Json.values(generator);
  }

  /** Bytes that have been written and not yet read. */
  private static final class Buffer extends ByteArrayOutputStream {
    private int taken;

    Buffer() {
      super(PART / 2);
    }

    int available() {
      return count - taken;
    }

    byte[] peek() {
      return Arrays.copyOfRange(buf, taken, count);
    }

    int take(byte[] target, int offset, int length) {
      int taking = Math.min(length, available());
      System.arraycopy(buf, taken, target, offset, taking);
      taken += taking;
      if (taken == count) {
        reset();
        taken = 0;
        buf = buf.length > 2 * PART ? new byte[PART] : buf; // a large item is not kept
      }
      return taking;
    }
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    fill();
    return buffer.available() == 0 ? -1 : buffer.take(target, offset, length);
  }

  /** Returns a copy of what can be read now; it can still be read. */
  byte[] peek() {
    return buffer.peek();
  }

  /** Makes the next part if there is nothing to read. Returns true if nothing follows it. */
  boolean fill() {
    try {
      if (buffer.available() == 0 && !ended) {
        while (!ended && buffer.available() + generator.getOutputBuffered() < PART) {
          writeNext();
        }
        generator.flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a buffer in memory takes everything", e);
    }
    return ended;
  }

  private void writeNext() throws IOException {
    if (!begun) {
      generator.writeStartObject();
      begun = true;
    } else if (items.hasNext()) {
      values.write(items.next());
    } else if (inList) {
      generator.writeEndArray();
      inList = false;
    } else if (properties.hasNext()) {
      Entry<String, Object> property = properties.next();
      generator.writeFieldName(property.getKey());
      if (property.getValue() instanceof JsonList list) {
        generator.writeStartArray();
        items = list.iterator();
        inList = true;
      } else {
        values.write(property.getValue());
      }
    } else {
      generator.writeEndObject();
      generator.close();
      ended = true;
    }
  }
}
