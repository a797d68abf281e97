package io.github.flippingbookemulator.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * A receiver of webhooks that does next to nothing, so that what is measured is the sender: it
 * counts what arrives and accepts it, at once or after a while.
 */
final class Receiver implements AutoCloseable {
  private static final byte[] ACCEPTED =
      "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final Semaphore arrived = new Semaphore(0);
  private final Duration answersAfter;

  Receiver(Duration answersAfter) throws IOException {
    this.answersAfter = answersAfter;
    inBackground(
        () -> {
          while (true) {
            Socket connection = server.accept();
            inBackground(() -> serve(connection));
          }
        });
  }

  String endpoint() {
    return "http://127.0.0.1:" + server.getLocalPort() + "/webhook";
  }

  /** How many have arrived. */
  Semaphore arrived() {
    return arrived;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void serve(Socket connection) throws IOException, InterruptedException {
    try (connection) {
      connection.setTcpNoDelay(true);
      Messages requests = new Messages(connection.getInputStream());
      while (requests.next() != null) {
        arrived.release();
        Thread.sleep(answersAfter.toMillis());
        connection.getOutputStream().write(ACCEPTED);
      }
    }
  }

  private interface Work {
    void run() throws IOException, InterruptedException;
  }

  private static void inBackground(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException | InterruptedException e) {
                // The end of the measurement; who waits for something that is missing will say so.
              }
            });
    thread.setDaemon(true);
    thread.start();
  }
}
