package io.github.flippingbookemulator.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * A connection on which a test sends every byte itself, for requests that no client library sends.
 * Reading fails after {@value #TIMEOUT_MILLIS} ms without a byte, so that a hanging server makes a
 * test fail instead of hang.
 */
public final class RawHttp implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 10_000;

  private final Socket socket;
  private final InputStream in;

  public RawHttp(URI server) throws IOException {
    socket = new Socket(server.getHost(), server.getPort());
    socket.setSoTimeout(TIMEOUT_MILLIS);
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream());
  }

  /** Sends a request, or a part of one, each character as one byte. */
  public RawHttp send(String text) throws IOException {
    return send(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  public RawHttp send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
    return this;
  }

  /** Closes the output; the response can still be read. */
  public RawHttp endOutput() throws IOException {
    socket.shutdownOutput();
    return this;
  }

  /**
   * Reads one complete response.
   *
   * @throws EOFException if the connection ends before the response does
   */
  public Response receive() throws IOException {
    Response head = receiveHead();
    int length = Integer.parseInt(head.header("Content-Length", "0"));
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new EOFException("%d of %d bytes of the body came".formatted(body.length, length));
    }
    return new Response(head.status(), head.headers(), body);
  }

  /** Reads a response without a body, whatever its headers say: to HEAD, or an interim one. */
  public Response receiveHead() throws IOException {
    String statusLine = line();
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = line(); !line.isEmpty(); line = line()) {
      String[] nameAndValue = line.split(":\\s*", 2);
      headers.merge(nameAndValue[0], nameAndValue[1], (one, other) -> one + ", " + other);
    }
    return new Response(Integer.parseInt(statusLine.split(" ")[1]), headers, new byte[0]);
  }

  /** Reads up to and including a text, for streams, which do not end. */
  public String receiveUntil(String end) throws IOException {
    StringBuilder text = new StringBuilder();
    while (text.indexOf(end, text.length() - end.length()) < 0) {
      int b = in.read();
      if (b < 0) {
        throw new EOFException("the connection ended after '" + text + "'");
      }
      text.append((char) b);
    }
    return text.toString();
  }

  /** Tells whether the server closes the connection without another byte. */
  public boolean isClosedByServer() throws IOException {
    return in.read() < 0;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new EOFException("the connection ended after '" + line + "'");
      }
      if (b != '\r') {
        line.write(b);
      }
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  /** A response as it was received. */
  public record Response(int status, Map<String, String> headers, byte[] body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    public String header(String name, String whenAbsent) {
      return headers.getOrDefault(name, whenAbsent);
    }

    /** Requires an error of the API, in the envelope and without internal details. */
    public Response refused(int expectedStatus, String expectedCode) throws IOException {
      assertThat(status).as(text()).isEqualTo(expectedStatus);
      assertThat(header("Content-Type", "")).isEqualTo("application/json");
      JsonNode json = JSON.readTree(body);
      assertThat(json.path("success").booleanValue()).as(text()).isFalse();
      assertThat(json.at("/error/wellKnownError").asText()).as(text()).isEqualTo(expectedCode);
      assertThat(json.path("wellKnownError").asText()).as(text()).isEqualTo(expectedCode);
      assertThat(json.path("message").asText()).as(text()).isNotBlank();
      assertThat(text())
          .doesNotContainIgnoringCase("<html", "jetty", "javalin", "exception", "java.");
      assertThat(headers).doesNotContainKeys("Server", "X-Powered-By");
      return this;
    }
  }
}
