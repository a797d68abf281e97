package io.github.flippingbookemulator.bench;

import io.github.flippingbookemulator.EmulatorOptions;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * A client on one connection that stays open. It does next to nothing, so that what is measured is
 * the server.
 */
final class KeepAlive implements AutoCloseable {
  private static final String LENGTH = "\r\ncontent-length:";

  private final Socket socket;
  private byte[] buffer = new byte[16 * 1024];

  KeepAlive(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(60_000);
  }

  static byte[] get(String path) {
    return request("GET", path, "", "");
  }

  static byte[] post(String path, String body) {
    return request("POST", path, "Content-Length: " + body.length() + "\r\n", body);
  }

  /**
   * Sends a request and reads its answer.
   *
   * @return the body
   * @throws IOException also for any status but 200
   */
  byte[] exchange(byte[] request) throws IOException {
    socket.getOutputStream().write(request);
    InputStream in = socket.getInputStream();
    int read = 0;
    int head = -1;
    int length = 0;
    while (head < 0 || read < head + length) {
      if (read == buffer.length) {
        buffer = Arrays.copyOf(buffer, 2 * buffer.length);
      }
      int more = in.read(buffer, read, buffer.length - read);
      if (more < 0) {
        throw new EOFException("the server closed the connection");
      }
      read += more;
      if (head < 0) {
        head = headLength(read);
        length = head < 0 ? 0 : contentLength(head);
      }
    }
    byte[] body = Arrays.copyOfRange(buffer, head, read);
    if (!new String(buffer, 0, 12, StandardCharsets.ISO_8859_1).equals("HTTP/1.1 200")) {
      throw new IOException(new String(buffer, 0, read, StandardCharsets.UTF_8));
    }
    return body;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private int headLength(int read) {
    for (int i = 3; i < read; i++) {
      if (buffer[i] == '\n' && buffer[i - 2] == '\n') {
        return i + 1;
      }
    }
    return -1;
  }

  private int contentLength(int head) throws IOException {
    String fields =
        new String(buffer, 0, head, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    int start = fields.indexOf(LENGTH);
    if (start < 0) {
      throw new IOException("an answer without its length:\n" + fields);
    }
    start += LENGTH.length();
    return Integer.parseInt(fields.substring(start, fields.indexOf('\r', start)).strip());
  }

  private static byte[] request(String method, String path, String more, String body) {
    return (method
            + " "
            + path
            + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
            + EmulatorOptions.DEFAULT_API_KEY
            + "\r\n"
            + more
            + "\r\n"
            + body)
        .getBytes(StandardCharsets.UTF_8);
  }
}
