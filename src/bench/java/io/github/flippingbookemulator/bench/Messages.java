package io.github.flippingbookemulator.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP messages that arrive on a connection, one after the other: each comes when the one
 * before has been dealt with, and says how long it is.
 */
final class Messages {
  private static final String LENGTH = "\r\ncontent-length:";

  private final InputStream in;
  private byte[] buffer = new byte[16 * 1024];

  Messages(InputStream in) {
    this.in = in;
  }

  /**
   * A request or an answer.
   *
   * @param head its first line and its fields
   * @param body what follows the empty line
   */
  record Message(String head, byte[] body) {}

  /** Reads the next message; null if the connection ends before it. */
  @Nullable Message next() throws IOException {
    int read = 0;
    int body = -1;
    int length = 0;
    String head = "";
    while (body < 0 || read < body + length) {
      if (read == buffer.length) {
        buffer = Arrays.copyOf(buffer, 2 * buffer.length);
      }
      int more = in.read(buffer, read, buffer.length - read);
      if (more < 0 && read == 0) {
        return null;
      }
      if (more < 0) {
        throw new EOFException("the connection ended within a message");
      }
      read += more;
      if (body < 0) {
        body = headLength(read);
        if (body >= 0) {
          head = new String(buffer, 0, body, StandardCharsets.ISO_8859_1);
          length = contentLength(head);
        }
      }
    }
    return new Message(head, Arrays.copyOfRange(buffer, body, read));
  }

  private int headLength(int read) {
    for (int i = 3; i < read; i++) {
      if (buffer[i] == '\n' && buffer[i - 2] == '\n') {
        return i + 1;
      }
    }
    return -1;
  }

  private static int contentLength(String head) throws IOException {
    String fields = head.toLowerCase(Locale.ROOT);
    int start = fields.indexOf(LENGTH);
    if (start < 0) {
      throw new IOException("a message without its length:\n" + fields);
    }
    start += LENGTH.length();
    return Integer.parseInt(fields.substring(start, fields.indexOf('\r', start)).strip());
  }
}
