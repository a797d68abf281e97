package io.github.flippingbookemulator.testkit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server that sees the bytes of requests, decides about the bytes of each response, and keeps its
 * connections.
 */
public final class RawServer implements AutoCloseable {
  private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");

  private static final byte END = 4;

  private final ServerSocket server;
  private final Answer answer;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<Socket> connections = new CopyOnWriteArrayList<>();

  /** Decides about responses. */
  public interface Answer {
    /**
     * Returns the response to a request; null closes the connection without one, and one that is
     * {@link #cut} is followed by the end of the connection.
     *
     * @param request with head and body, as Latin-1
     * @param number counts the requests on this connection, from 1
     */
    byte[] to(String request, int number) throws IOException;
  }

  public RawServer(Answer answer) {
    this(InetAddress.getLoopbackAddress(), answer);
  }

  public RawServer(InetAddress address, Answer answer) {
    this.answer = answer;
    try {
      server = new ServerSocket(0, 100, address);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    inBackground(
        () -> {
          while (true) {
            Socket connection = server.accept();
            connections.add(connection);
            inBackground(() -> serve(connection));
          }
        });
  }

  public static byte[] bytes(String response) {
    return response.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The beginning of a response, after which the connection is closed. */
  public static byte[] cut(String response) {
    return bytes(response + (char) END);
  }

  /** A response with headers, each with a line break before it, and a body. */
  public static byte[] response(String status, String headers, byte[] body) {
    ByteArrayOutputStream response = new ByteArrayOutputStream();
    response.writeBytes(
        bytes(
            "HTTP/1.1 %s%s\r\nContent-Length: %d\r\n\r\n".formatted(status, headers, body.length)));
    response.writeBytes(body);
    return response.toByteArray();
  }

  public int port() {
    return server.getLocalPort();
  }

  public String url(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  /** The requests in full, also those that got no answer. */
  public List<String> requests() {
    return requests;
  }

  /** The first lines of the requests, without the version. */
  public List<String> asked() {
    return requests.stream()
        .map(request -> request.replaceFirst("(?s) HTTP/1.1\r\n.*", ""))
        .toList();
  }

  public int connections() {
    return connections.size();
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket connection : connections) {
        connection.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve(Socket connection) throws IOException {
    try (connection) {
      InputStream in = new BufferedInputStream(connection.getInputStream());
      for (int number = 1; ; number++) {
        String request = read(in);
        if (request == null) {
          return;
        }
        requests.add(request);
        byte[] response = answer.to(request, number);
        if (response == null) {
          return;
        }
        boolean cut = response.length > 0 && response[response.length - 1] == END;
        connection.getOutputStream().write(response, 0, response.length - (cut ? 1 : 0));
        if (cut) {
          return;
        }
      }
    }
  }

  private static String read(InputStream in) throws IOException {
    StringBuilder request = new StringBuilder();
    while (request.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        return null;
      }
      request.append((char) next);
    }
    Matcher length = LENGTH.matcher(request);
    byte[] body = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
    return request + new String(body, StandardCharsets.ISO_8859_1);
  }

  private static void inBackground(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                // The client has gone, or the test is over.
              }
            },
            "raw-server");
    thread.setDaemon(true);
    thread.start();
  }

  private interface Work {
    void run() throws IOException;
  }
}
