package io.github.flippingbookemulator.bench;

import io.github.flippingbookemulator.EmulatorOptions;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A client on one connection that stays open. It does next to nothing, so that what is measured is
 * the server.
 */
final class KeepAlive implements AutoCloseable {
  private final Socket socket;
  private final Messages answers;

  KeepAlive(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(60_000);
    answers = new Messages(socket.getInputStream());
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
    Messages.Message answer = answers.next();
    if (answer == null) {
      throw new EOFException("the server closed the connection");
    }
    if (!answer.head().startsWith("HTTP/1.1 200")) {
      throw new IOException(answer.head() + new String(answer.body(), StandardCharsets.UTF_8));
    }
    return answer.body();
  }

  @Override
  public void close() throws IOException {
    socket.close();
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
