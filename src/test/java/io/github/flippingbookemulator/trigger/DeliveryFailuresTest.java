package io.github.flippingbookemulator.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.testkit.MisbehavingEndpoint;
import io.github.flippingbookemulator.testkit.PublicationClient;
import io.github.flippingbookemulator.testkit.TestEmulator;
import io.github.flippingbookemulator.testkit.TriggerClient;
import io.github.flippingbookemulator.trigger.Delivery.State;
import io.github.flippingbookemulator.trigger.Delivery.Try;
import io.github.flippingbookemulator.trigger.InboxControl.Reaction;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the log says of endpoints that do not answer as they should. None of them does harm. */
class DeliveryFailuresTest {
  private static final Duration PATIENCE = Duration.ofMillis(400);

  /** So long that only silence can be too slow; see {@link #impatient}. */
  @AutoClose
  private final Emulator emulator =
      Emulator.start(TestEmulator.IMMEDIATE.webhookTimeout(Duration.ofSeconds(30)));

  private final PublicationClient publications = new PublicationClient(emulator);
  private final TriggerClient triggers = new TriggerClient(emulator);

  private void impatient() {
    emulator.reset(TestEmulator.IMMEDIATE.webhookTimeout(PATIENCE));
  }

  /** Whatever an endpoint did, the next one still gets its deliveries. */
  @AfterEach
  void deliveries_go_on() {
    InboxControl next = emulator.inbox("next");
    triggers.create(next, "", "created");
    publications.publish();
    assertThat(triggers.events(next)).containsExactly("created");
  }

  @Test
  void nothing_listens() throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }

    assertNoAnswer(
        tryOf("http://127.0.0.1:" + port + "/"),
        "connection refused: nothing listens at 127.0.0.1:" + port);
  }

  @Test
  void the_host_is_unknown() {
    String tooLongForAnyName = "a".repeat(64); // so that no name server is asked

    assertNoAnswer(
        tryOf("http://" + tooLongForAnyName + ".invalid/"),
        "host unknown: " + tooLongForAnyName + ".invalid");
  }

  @Test
  void an_error_is_a_status_without_words() {
    InboxControl inbox = emulator.inbox("a");
    inbox.react(1, new Reaction.Status(500));

    assertStatus(tryOf(inbox.url().toString()), 500, State.PENDING);
  }

  @Test
  void a_redirection_is_not_followed() {
    InboxControl target = emulator.inbox("target");
    try (MisbehavingEndpoint moved =
        MisbehavingEndpoint.answering(
            "HTTP/1.1 307 Moved\r\nLocation: %s\r\nContent-Length: 0\r\n\r\n"
                .formatted(target.url()))) {
      assertStatus(tryOf(moved.url()), 307, State.PENDING);
      assertThat(target.messages()).isEmpty();
    }
  }

  @Test
  void of_a_body_without_end_only_the_beginning_is_read() {
    try (MisbehavingEndpoint endless = MisbehavingEndpoint.endless()) {
      assertStatus(tryOf(endless.url()), 200, State.DELIVERED);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf",
        "HTTP/1.1 200 OK\r\n\r\nfor ever",
        "HTTP/1.1 200 OK\r\nContent-Le",
      })
  void the_status_decides_whatever_becomes_of_the_rest(String beginning) {
    try (MisbehavingEndpoint half = MisbehavingEndpoint.answering(beginning)) {
      Try tried = tryOf(half.url());
      assertThat(tried.status()).hasValue(200);
      assertThat(triggers.states()).containsExactly(State.DELIVERED);
    }
  }

  @Test
  void an_endpoint_that_says_nothing_is_given_up() {
    impatient();
    try (MisbehavingEndpoint silent = MisbehavingEndpoint.silent()) {
      assertTimeout(tryOf(silent.url()));
    }
  }

  @Test
  void an_endpoint_hangs_up() {
    try (MisbehavingEndpoint closing = MisbehavingEndpoint.hangingUp()) {
      Try failed = tryOf(closing.url());
      assertThat(failed.status()).isEmpty();
      assertThat(failed.failure())
          .isEqualTo("the connection was closed before the end of the answer");
    }
  }

  @Test
  void an_endpoint_does_not_speak_http() {
    try (MisbehavingEndpoint other =
        MisbehavingEndpoint.answering("220 mail\u0000.example.com ESMTP\r\n")) {
      Try failed = tryOf(other.url());
      assertThat(failed.status()).isEmpty();
      assertThat(failed.failure()).isEqualTo("the answer is not HTTP");
    }
  }

  @Test
  void an_address_that_no_client_can_use_is_a_failure_like_any_other() {
    Try failed = tryOf("http://127.0.0.1:0/");

    assertThat(failed.status()).isEmpty();
    assertThat(failed.failure()).isNotBlank().doesNotContain("null");
  }

  /** Has an event told to an endpoint, and returns the first try. */
  private Try tryOf(String endpoint) {
    triggers.request(endpoint, "", "session").ok();
    emulator.readers().open(publications.hashId(publications.publish()));
    emulator.clock().advance(Duration.ZERO);
    Delivery delivery = emulator.deliveries().all().get(0);
    assertThat(delivery.tries()).hasSize(1);
    assertThat(delivery.tries().get(0).at()).isEqualTo(emulator.clock().now());
    return delivery.tries().get(0);
  }

  private void assertStatus(Try tried, int status, State state) {
    assertThat(tried.status()).hasValue(status);
    assertThat(tried.failure()).isNull();
    assertThat(emulator.deliveries().all().get(0).state()).isEqualTo(state);
  }

  private void assertNoAnswer(Try failed, String words) {
    assertThat(failed.status()).isEmpty();
    assertThat(failed.failure()).isEqualTo(words);
    emulator.clock().advance(Duration.ofSeconds(3));
    Delivery delivery = emulator.deliveries().all().get(0);
    assertThat(delivery.state()).isEqualTo(State.FAILED);
    assertThat(delivery.tries()).hasSize(3);
  }

  private void assertTimeout(Try failed) {
    assertThat(failed.status()).isEmpty();
    assertThat(failed.failure()).isEqualTo("no answer within 0.4 s");
    assertThat(failed.took()).isGreaterThanOrEqualTo(PATIENCE);
    assertThat(emulator.deliveries().all().get(0).state()).isEqualTo(State.PENDING);
  }
}
