package io.github.flippingbookemulator.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.testkit.PublicationClient;
import io.github.flippingbookemulator.testkit.TestEmulator;
import io.github.flippingbookemulator.testkit.TriggerClient;
import io.github.flippingbookemulator.trigger.Delivery.State;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Webhooks to servers that people use, which close kept connections when they like: nginx and Node,
 * as Debian has them. Every delivery arrives once, with one try.
 */
@Timeout(120)
class RealServerReceiverTest {
  /** Enough that some requests meet a connection that is being closed. */
  private static final int MANY = 100;

  @AutoClose
  private final Emulator emulator =
      Emulator.start(TestEmulator.IMMEDIATE.webhookTimeout(Duration.ofSeconds(30)));

  private final PublicationClient publications = new PublicationClient(emulator);
  private final TriggerClient triggers = new TriggerClient(emulator);

  private static final String NODE =
      """
      const server = require('http').createServer((request, response) => {
        request.resume().on('end', () => { console.log(request.method); response.end('ok'); });
      });
      %s
      server.listen(%d, '::1');
      """;

  @TempDir Path folder;
  private Process receiver;

  @AfterEach
  void stop_the_receiver() throws InterruptedException {
    if (receiver != null) {
      receiver.destroy();
      receiver.waitFor(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void nginx_with_a_short_keepalive_timeout() throws IOException {
    InetAddress address = InetAddress.getByName("127.0.0.1");
    int port = freePort(address);
    Path log = folder.resolve("access.log");
    Path settings =
        Files.writeString(
            folder.resolve("nginx.conf"),
            """
            daemon off; master_process off; pid nginx.pid; error_log error.log;
            events {}
            http {
              access_log access.log;
              client_body_temp_path a; proxy_temp_path b; fastcgi_temp_path c;
              uwsgi_temp_path d; scgi_temp_path e;
              server {
                listen 127.0.0.1:%d;
                keepalive_timeout 3ms;
                location / { return 200 ok; }
              }
            }
            """
                .formatted(port));
    start(
        "%s -p %s -c %s"
            .formatted(System.getProperty("nginx", "/usr/sbin/nginx"), folder, settings),
        address,
        port);

    tell("http://127.0.0.1:" + port + "/hook");

    assertDelivered(MANY);
    await().untilAsserted(() -> assertThat(posts(log)).hasSize(MANY));
  }

  @Test
  void the_default_server_of_node_on_ipv6() throws IOException {
    int port = startNode("");

    // Node closes a connection five seconds after the last request on it.
    triggers.request("http://localhost:" + port + "/hook", "", "created").ok();
    publications.publish();
    for (int i = 0; i < 3; i++) {
      await().pollDelay(Duration.ofMillis(4990 + 10 * i)).until(() -> true);
      publications.publish();
    }
    emulator.clock().advance(Duration.ZERO);

    assertDelivered(4);
    await().untilAsserted(() -> assertThat(posts(folder.resolve("out"))).hasSize(4));
  }

  @Test
  void a_server_of_node_that_closes_connections_early() throws IOException {
    int port = startNode("server.keepAliveTimeout = 1; server.keepAliveTimeoutBuffer = 0;");

    tell("http://localhost:" + port + "/hook");

    assertDelivered(MANY);
    await().untilAsserted(() -> assertThat(posts(folder.resolve("out"))).hasSize(MANY));
  }

  private int startNode(String settings) throws IOException {
    InetAddress address = InetAddress.getByName("::1");
    int port = freePort(address);
    Path script = Files.writeString(folder.resolve("server.js"), NODE.formatted(settings, port));
    start(System.getProperty("node", "/usr/bin/node") + " " + script, address, port);
    return port;
  }

  private void start(String command, InetAddress address, int port) throws IOException {
    receiver =
        new ProcessBuilder(command.split(" "))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out").toFile())
            .start();
    await()
        .ignoreExceptions()
        .until(
            () -> {
              try (Socket socket = new Socket(address, port)) {
                return socket.isConnected();
              }
            });
  }

  private void tell(String endpoint) {
    triggers.request(endpoint, "", "created").ok();
    for (int i = 0; i < MANY; i++) {
      publications.publish();
      emulator.clock().advance(Duration.ZERO);
    }
  }

  private void assertDelivered(int count) {
    assertThat(emulator.deliveries().all())
        .hasSize(count)
        .allSatisfy(
            delivery -> {
              assertThat(delivery.state()).isEqualTo(State.DELIVERED);
              assertThat(delivery.tries()).hasSize(1);
            });
  }

  private static List<String> posts(Path log) throws IOException {
    return Files.readAllLines(log).stream().filter(line -> line.contains("POST")).toList();
  }

  private static int freePort(InetAddress address) throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, address)) {
      return socket.getLocalPort();
    }
  }
}
