package io.github.flippingbookemulator;

import io.github.flippingbookemulator.testkit.Api;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.flippingbookemulator.internal.source.pdf.TestPdfs;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/** The image under Testcontainers, as docs/container.md shows it. */
class EmulatorContainerTest {
  private static final String IMAGE = System.getProperty("emulator.image", "flippingbook-emulator");

  /** How a container names the host: Docker's name; Podman has host.containers.internal. */
  private static final String HOST = System.getProperty("emulator.host", "host.docker.internal");

  private final BlockingQueue<String> webhooks = new LinkedBlockingQueue<>();
  private HttpServer receiver;

  @BeforeEach
  void receive() throws Exception {
    receiver = HttpServer.create(new InetSocketAddress(0), 0);
    receiver.createContext(
        "/",
        exchange -> {
          webhooks.add(
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    receiver.start();
  }

  @AfterEach
  void stopReceiving() {
    receiver.stop(0);
  }

  // docs: shown
  @Test
  void the_test_is_told_by_webhook_what_happens_in_the_container() throws Exception {
    try (GenericContainer<?> emulator =
        new GenericContainer<>(IMAGE)
            .withExposedPorts(8080)
            .withEnv("FLIPPINGBOOK_SPEED", "20")
            .withExtraHost("host.docker.internal", "host-gateway")
            .waitingFor(Wait.forHttp("/_emulator/health"))) {
      emulator.start();
      URI url = URI.create("http://" + emulator.getHost() + ":" + emulator.getMappedPort(8080));
      String webhook = "http://" + HOST + ":" + receiver.getAddress().getPort() + "/";

      Api api = new Api(url, "emulator-key");
      api.post(
              "/fbonline/triggers",
              "{trigger: {events: ['created'], endpoint: '%s'}}".formatted(webhook))
          .ok();
      api.post(
              "/fbonline/publication",
              "{name: 'Spring', data: '%s'}".formatted(Api.base64(TestPdfs.pages(1))))
          .ok();

      assertThat(webhooks.poll(30, TimeUnit.SECONDS)).contains("\"event\":\"created\"");
    }
  }
  // docs: end
}
