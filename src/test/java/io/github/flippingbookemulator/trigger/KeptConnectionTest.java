package io.github.flippingbookemulator.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.testkit.PublicationClient;
import io.github.flippingbookemulator.testkit.RawServer;
import io.github.flippingbookemulator.testkit.TestEmulator;
import io.github.flippingbookemulator.testkit.TriggerClient;
import io.github.flippingbookemulator.trigger.Delivery.State;
import io.github.flippingbookemulator.trigger.InboxControl.Reaction;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Receivers that keep connections, and close them when they like. */
class KeptConnectionTest {
  private static final byte[] OK = RawServer.response("200 OK", "", RawServer.bytes("ok"));
  private static final int MANY = 12;

  @AutoClose
  private final Emulator emulator =
      Emulator.start(TestEmulator.IMMEDIATE.webhookTimeout(Duration.ofSeconds(30)));

  private final PublicationClient publications = new PublicationClient(emulator);
  private final TriggerClient triggers = new TriggerClient(emulator);

  @Test
  void a_connection_is_used_again() {
    try (RawServer receiver = new RawServer((request, number) -> OK)) {
      assertDeliveredWithOneTryEach(receiver);
      assertThat(receiver.connections()).isEqualTo(1);
    }
  }

  @Test
  void a_receiver_may_close_a_kept_connection_when_the_next_request_arrives() {
    try (RawServer receiver = new RawServer((request, number) -> number == 1 ? OK : null)) {
      assertDeliveredWithOneTryEach(receiver);
      assertThat(receiver.connections()).isEqualTo(MANY);
    }
  }

  @Test
  void a_receiver_that_closes_a_new_connection_has_been_tried() {
    try (RawServer receiver = new RawServer((request, number) -> null)) {
      triggers.request(receiver.url("/"), "", "created").ok();
      publications.publish();
      emulator.clock().advance(Duration.ZERO);
      assertThat(emulator.deliveries().all().get(0).tries()).hasSize(1);
      assertThat(receiver.requests()).hasSize(1);

      emulator.clock().advance(Duration.ofSeconds(3));
      assertThat(triggers.states()).containsExactly(State.FAILED);
      assertThat(receiver.requests()).hasSize(3);
    }
  }

  /** Otherwise a planned reaction would be used up without a try that the test can see. */
  @Test
  void an_inbox_that_hangs_up_has_been_tried_on_a_kept_connection_too() {
    InboxControl inbox = triggers.create("created");
    publications.publish();
    emulator.clock().advance(Duration.ZERO);
    inbox.react(1, new Reaction.HangUp());

    publications.publish();
    emulator.clock().advance(Duration.ofSeconds(1));

    assertThat(emulator.deliveries().all().get(1).tries())
        .extracting(each -> each.status().isPresent())
        .containsExactly(false, true);
    assertThat(inbox.messages()).hasSize(3);
  }

  /** The receiver has begun to answer, so it may have done what the request asked for. */
  @Test
  void nothing_is_sent_again_once_a_byte_of_an_answer_has_come() {
    try (RawServer receiver =
        new RawServer((request, number) -> number == 1 ? OK : RawServer.cut("HTTP/1.1 2"))) {
      triggers.request(receiver.url("/"), "", "created").ok();
      publications.publish();
      publications.publish();
      emulator.clock().advance(Duration.ZERO);

      assertThat(receiver.requests()).hasSize(2);
      assertThat(emulator.deliveries().all().get(1).tries()).hasSize(1);
    }
  }

  @Test
  void a_request_has_what_the_service_sends_and_asks_for_no_other_protocol() {
    try (RawServer receiver = new RawServer((request, number) -> OK)) {
      triggers.request(receiver.url("/a?b=c"), "", "created").ok();
      publications.publish();
      emulator.clock().advance(Duration.ZERO);

      String request = receiver.requests().get(0);
      assertThat(request)
          .startsWith("POST /a?b=c HTTP/1.1\r\n")
          .contains("\r\nHost: 127.0.0.1:" + receiver.port() + "\r\n")
          .containsPattern("\r\nContent-Type: application/json\r\n");
      assertThat(request.toLowerCase()).doesNotContain("upgrade", "postmark", "authorization");
    }
  }

  private void assertDeliveredWithOneTryEach(RawServer receiver) {
    triggers.request(receiver.url("/"), "", "created").ok();
    for (int i = 0; i < MANY; i++) {
      publications.publish();
      emulator.clock().advance(Duration.ZERO);
    }
    assertThat(emulator.deliveries().all())
        .hasSize(MANY)
        .allMatch(delivery -> delivery.state() == State.DELIVERED)
        .allMatch(delivery -> delivery.tries().size() == 1);
  }
}
