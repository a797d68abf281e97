package io.github.flippingbookemulator.internal.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.flippingbookemulator.internal.outbound.OutboundClient;
import io.github.flippingbookemulator.internal.time.Threads;
import io.github.flippingbookemulator.testkit.FileServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A download that is given up leaves no connection and no growing file. */
@Timeout(60)
class DownloadsTest {
  private static final int MOST_BYTES = 100_000;

  @AutoClose final FileServer web = new FileServer();
  @TempDir Path folder;
  private final Threads threads = new Threads();
  private final OutboundClient client =
      new OutboundClient(
          () -> {
            throw new AssertionError("nothing here needs TLS");
          });

  @AfterEach
  void stop() {
    client.close();
    threads.close();
  }

  @Test
  void a_server_that_does_not_answer_is_hung_up_on() throws Exception {
    assertThat(firstLineAfterTimeout("")).isNull();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_file_that_stops_on_its_way_is_hung_up_on() throws Exception {
    assertThat(firstLineAfterTimeout("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n%PDF-"))
        .isNull();
  }

  @Test
  void a_file_that_grows_beyond_the_limit_is_given_up() throws Exception {
    CompletableFuture<Throwable> hungUp = new CompletableFuture<>();
    String url =
        web.on(
            "/endless.pdf",
            exchange -> {
              exchange.sendResponseHeaders(200, 0);
              try {
                while (true) {
                  exchange.getResponseBody().write(new byte[10_000]);
                }
              } catch (IOException e) {
                hungUp.complete(e);
              }
            });
    Path target = folder.resolve("a.pdf");

    assertThatThrownBy(() -> download(url, target, Duration.ofSeconds(30)).join())
        .hasRootCauseInstanceOf(UnusableFile.class)
        .hasMessageContaining("larger than");
    assertThat(hungUp.get(30, TimeUnit.SECONDS)).isNotNull();
    assertThat(Files.size(target)).isLessThanOrEqualTo(MOST_BYTES);
  }

  /**
   * Lets a server respond to a download, which then times out, and returns the next line from the
   * client; null means that the client has closed the connection.
   */
  private String firstLineAfterTimeout(String answer) throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Path> download =
          download(
              "http://127.0.0.1:" + server.getLocalPort() + "/a.pdf",
              folder.resolve("a.pdf"),
              Duration.ofMillis(500));
      try (Socket connection = server.accept()) {
        BufferedReader said =
            new BufferedReader(new InputStreamReader(connection.getInputStream()));
        while (!said.readLine().isEmpty()) {}
        connection.getOutputStream().write(answer.getBytes());
        connection.getOutputStream().flush();
        assertThatThrownBy(download::join)
            .hasRootCauseInstanceOf(UnusableFile.class)
            .hasMessageContaining("it took longer than 0.5 s");
        connection.setSoTimeout(20_000);
        return said.readLine();
      }
    }
  }

  private CompletableFuture<Path> download(String url, Path target, Duration limit) {
    return new Downloads(client, threads, () -> limit, MOST_BYTES).download(url, target, false);
  }
}
