package io.github.flippingbookemulator.testkit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;

/** A webhook endpoint on loopback that behaves badly. One thread serves all its connections. */
public final class MisbehavingEndpoint implements AutoCloseable {
  private final ServerSocket server;
  private final List<Socket> connections = new CopyOnWriteArrayList<>();
  private final AtomicBoolean gone = new AtomicBoolean();

  /** What it does with a connection. */
  interface Behavior {
    void handle(Socket connection, AtomicBoolean gone) throws IOException;
  }

  private MisbehavingEndpoint(Behavior behavior) {
    try {
      server = new ServerSocket(0, 5000, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread thread = new Thread(() -> serve(behavior), "misbehaving-endpoint");
    thread.setDaemon(true);
    thread.start();
  }

  /** Takes the connection and never says anything. */
  public static MisbehavingEndpoint silent() {
    return new MisbehavingEndpoint((connection, gone) -> {});
  }

  /** Closes the connection without an answer. */
  public static MisbehavingEndpoint hangingUp() {
    return new MisbehavingEndpoint((connection, gone) -> connection.close());
  }

  /** Answers this, and says no more. */
  public static MisbehavingEndpoint answering(String answer) {
    return new MisbehavingEndpoint(
        (connection, gone) -> {
          connection.getInputStream().read(new byte[65_536]);
          connection.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        });
  }

  /** Answers 200 and then sends a body without end, as fast as it is taken. */
  public static MisbehavingEndpoint endless() {
    return new MisbehavingEndpoint(
        (connection, gone) -> {
          connection.getInputStream().read(new byte[65_536]);
          OutputStream out = connection.getOutputStream();
          out.write(
              "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
          byte[] chunk = new byte[8192];
          while (!gone.get()) {
            out.write(chunk);
          }
        });
  }

  public String url() {
    return "http://127.0.0.1:" + server.getLocalPort() + "/hook";
  }

  public int connections() {
    return connections.size();
  }

  /** Waits until somebody has connected and said something, five seconds at most. */
  public void awaitConnection() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> !connections.isEmpty() && connections.get(0).getInputStream().available() > 0);
  }

  /** Waits until the client of the first connection closes it; false if it does not within 5 s. */
  public boolean awaitEndOfConnection() {
    Socket connection = connections.get(0);
    try {
      connection.setSoTimeout(5000);
      while (connection.getInputStream().read() >= 0) {
        // What the client has sent is of no interest.
      }
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  @Override
  public void close() {
    gone.set(true);
    try {
      server.close();
      for (Socket connection : connections) {
        connection.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve(Behavior behavior) {
    while (!server.isClosed()) {
      try {
        Socket connection = server.accept();
        connections.add(connection);
        behavior.handle(connection, gone);
      } catch (IOException e) {
        // The client has gone, or the test is over; the next connection is served all the same.
      }
    }
  }
}
