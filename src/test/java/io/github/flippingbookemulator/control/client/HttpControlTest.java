package io.github.flippingbookemulator.control.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.control.ControlContract;
import io.github.flippingbookemulator.control.EmulatorControl;
import io.github.flippingbookemulator.event.DomainEvent;
import io.github.flippingbookemulator.source.Pace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An emulator that is steered over HTTP. */
class HttpControlTest extends ControlContract {
  @Override
  protected EmulatorControl control(Emulator emulator) {
    return HttpControl.connect(emulator.uri());
  }

  /** Whatever there is at the end of a test has the form that the document says. */
  @AfterEach
  void readAllThatCanBeRead() {
    for (JsonNode each : api.send(api.rawRequest("/_emulator")).at("/endpoints")) {
      String path = each.path("path").textValue();
      if (each.path("method").textValue().equals("GET")
          && !path.contains("{")
          && !path.endsWith("/events")) { // a stream has no end
        boolean absent = path.endsWith("/ca.pem"); // HTTPS is off
        assertThat(api.send(api.rawRequest(path)).status()).as(path).isEqualTo(absent ? 404 : 200);
      }
    }
    ((HttpControl) control).close();
  }

  @Test
  void the_address_may_have_a_path_and_must_be_that_of_a_server() {
    try (HttpControl other = HttpControl.connect(emulator.apiUrl())) {
      assertThat(other.uri()).isEqualTo(emulator.uri());
      assertThat(other.apiUrl()).isEqualTo(emulator.apiUrl());
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HttpControl.connect(URI.create("localhost:8080")))
        .withMessageContaining("localhost:8080");
  }

  @Test
  void another_server_is_no_emulator() throws IOException {
    HttpServer other = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    other.createContext(
        "/",
        call -> {
          call.sendResponseHeaders(200, 6);
          call.getResponseBody().write("<html>".getBytes(StandardCharsets.UTF_8));
          call.close();
        });
    other.start();
    URI address = URI.create("http://127.0.0.1:" + other.getAddress().getPort());
    try {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> HttpControl.connect(address))
          .withMessage(address + " is no emulator: it does not answer with JSON");
    } finally {
      other.stop(0);
    }
  }

  @Test
  void an_emulator_that_is_not_there_is_named() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    URI nobody = URI.create("http://127.0.0.1:" + free);

    assertThatThrownBy(() -> HttpControl.connect(nobody))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("the emulator at " + nobody + " does not answer");
  }

  @Test
  void a_wrong_token_is_an_illegal_state() {
    try (Emulator guarded =
        Emulator.start(EmulatorOptions.defaults().controlToken("s3cret-of-the-test"))) {
      assertThatIllegalStateException()
          .isThrownBy(() -> HttpControl.connect(guarded.uri(), "another"))
          .withMessageContaining("--control-token");
      HttpControl.connect(guarded.uri(), "s3cret-of-the-test").close();
    }
  }

  @Test
  void groups_outlive_a_reset_and_subscriptions_do_not() {
    List<DomainEvent> early = new CopyOnWriteArrayList<>();
    List<DomainEvent> late = new CopyOnWriteArrayList<>();
    control.events().subscribe(early::add);
    var conversions = control.conversions();
    control.reset();
    control.events().subscribe(late::add);

    conversions.pace(Pace.MANUAL);
    publications.publish();
    conversions.finishAll();

    await().until(() -> late.size() == emulator.journal().entries().size() - 1);
    assertThat(early).isEmpty();
    assertThat(emulator.conversions().all()).hasSize(1);
  }

  @Test
  void who_waits_for_a_delivery_hears_of_one_that_comes_meanwhile() {
    triggers.create("created");
    control.deliveries().hold();
    publications.publish();
    Thread later =
        new Thread(() -> control.deliveries().release(), "releases the delivery meanwhile");
    later.start();

    assertThat(control.inbox("all").await(1, Duration.ofSeconds(10))).hasSize(1);
  }
}
