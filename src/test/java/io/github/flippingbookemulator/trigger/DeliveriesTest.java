package io.github.flippingbookemulator.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.testkit.Api;
import io.github.flippingbookemulator.testkit.Json;
import io.github.flippingbookemulator.testkit.MisbehavingEndpoint;
import io.github.flippingbookemulator.testkit.PublicationClient;
import io.github.flippingbookemulator.testkit.TestEmulator;
import io.github.flippingbookemulator.testkit.TriggerClient;
import io.github.flippingbookemulator.trigger.Delivery.State;
import io.github.flippingbookemulator.trigger.InboxControl.Reaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** How notifications get to webhooks: in order, again if need be, held back if a test likes. */
class DeliveriesTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MILLI = Duration.ofMillis(1);

  @AutoClose
  private final Emulator emulator =
      Emulator.start(TestEmulator.IMMEDIATE.webhookTimeout(Duration.ofSeconds(30)));

  private final Api api = new Api(emulator);
  private final PublicationClient publications = new PublicationClient(emulator);
  private final TriggerClient triggers = new TriggerClient(emulator);

  @Test
  void an_endpoint_receives_events_in_their_order() {
    InboxControl inbox = triggers.create("print");
    var visit = emulator.readers().open(publications.hashId(publications.publish()));
    List<String> pages = IntStream.range(0, 300).mapToObj(Integer::toString).toList();

    pages.forEach(visit::print);

    assertThat(triggers.received(inbox))
        .extracting(body -> body.at("/additionalInfo/pages").textValue())
        .isEqualTo(pages);
  }

  @Test
  void an_endpoint_of_two_busy_accounts_receives_events_in_the_order_of_the_log() {
    InboxControl inbox = triggers.create("print");
    var visit = emulator.readers().open(publications.hashId(publications.publish()));
    Api stranger = Api.ofNewAccount(emulator);
    new TriggerClient(emulator, stranger).create("print");
    PublicationClient others = new PublicationClient(stranger);
    var strange = emulator.readers().open(others.hashId(others.publish()));

    IntStream.range(0, 400)
        .parallel()
        .forEach(i -> (i % 2 == 0 ? visit : strange).print(Integer.toString(i)));

    assertThat(triggers.received(inbox)).hasSize(400);
    assertThat(emulator.deliveries().all())
        .extracting(Delivery::body)
        .isEqualTo(inbox.messages().stream().map(InboxControl.Message::body).toList());
    assertThat(emulator.deliveries().all())
        .extracting(Delivery::number)
        .isEqualTo(LongStream.rangeClosed(1, 400).boxed().toList());
  }

  @Test
  void a_slow_endpoint_holds_up_nobody_else() {
    InboxControl slow = emulator.inbox("slow");
    InboxControl quick = emulator.inbox("quick");
    slow.react(1, new Reaction.Slow(Duration.ofSeconds(25)));
    triggers.create(slow, "", "created");
    triggers.create(quick, "", "created");

    publications.publish();
    publications.publish();

    assertThat(quick.await(2)).hasSize(2);
    assertThat(slow.await(1)).hasSize(1);
    assertThat(emulator.deliveries().all())
        .filteredOn(delivery -> slow.url().toString().equals(delivery.endpoint()))
        .extracting(Delivery::state)
        .containsExactly(State.PENDING, State.PENDING);
  }

  @Test
  void a_failed_try_is_repeated_one_second_later_and_two_seconds_after_that() {
    InboxControl inbox = triggers.create("created");
    inbox.react(2, new Reaction.Status(500));
    Instant start = emulator.clock().now();

    publications.publish();
    assertThat(triggers.received(inbox)).hasSize(1);
    emulator.clock().advance(SECOND.minus(MILLI));
    assertThat(triggers.received(inbox)).hasSize(1);
    emulator.clock().advance(MILLI);
    assertThat(triggers.received(inbox)).hasSize(2);
    emulator.clock().advance(SECOND.multipliedBy(2).minus(MILLI));
    assertThat(triggers.received(inbox)).hasSize(2);
    assertThat(triggers.states()).containsExactly(State.PENDING);
    emulator.clock().advance(MILLI);

    Delivery delivery = emulator.deliveries().all().get(0);
    assertThat(delivery.state()).isEqualTo(State.DELIVERED);
    assertThat(delivery.created()).isEqualTo(start);
    assertThat(delivery.tries())
        .extracting(t -> t.status().getAsInt())
        .containsExactly(500, 500, 200);
    assertThat(delivery.tries())
        .extracting(Delivery.Try::at)
        .containsExactly(start, start.plus(SECOND), start.plus(SECOND.multipliedBy(3)));
    assertThat(triggers.received(inbox)).allMatch(body -> body.equals(Json.parse(delivery.body())));
  }

  @Test
  void after_three_failed_tries_the_next_event_has_its_turn() {
    InboxControl inbox = triggers.create("created");
    inbox.react(3, new Reaction.Status(404));
    String first = publications.publish();
    String second = publications.publish();
    emulator.clock().advance(Duration.ZERO);
    assertThat(inbox.messages()).hasSize(1);

    emulator.clock().advance(Duration.ofDays(1));

    assertThat(triggers.states()).containsExactly(State.FAILED, State.DELIVERED);
    assertThat(triggers.received(inbox))
        .extracting(body -> body.get("objectId").textValue())
        .containsExactly(first, first, first, second);
  }

  @Test
  void nothing_is_sent_after_a_reset() {
    try (MisbehavingEndpoint outside =
        MisbehavingEndpoint.answering("HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n")) {
      triggers.request(outside.url(), "", "created").ok();
      publications.publish();
      emulator.clock().advance(Duration.ZERO);
      emulator.deliveries().hold();
      publications.publish();
      DeliveriesControl before = emulator.deliveries();
      var clock = emulator.clock();
      int connections = outside.connections();

      emulator.reset();
      before.release();
      emulator.clock().advance(Duration.ofDays(1));
      assertThatThrownBy(() -> clock.advance(SECOND)).isInstanceOf(IllegalStateException.class);

      assertThat(outside.connections()).isEqualTo(connections).isEqualTo(1);
      assertThat(emulator.deliveries().all()).isEmpty();
      publications.publish();
      emulator.clock().advance(Duration.ZERO);
      assertThat(emulator.deliveries().all()).isEmpty();
    }
  }

  @Test
  void a_reset_breaks_off_what_is_under_way() {
    try (MisbehavingEndpoint outside = MisbehavingEndpoint.silent()) {
      triggers.request(outside.url(), "", "created").ok();
      publications.publish();
      outside.awaitConnection();
      DeliveriesControl before = emulator.deliveries();

      emulator.reset();

      assertThat(outside.awaitEndOfConnection()).isTrue();
      emulator.clock().advance(Duration.ofDays(1));
      assertThat(before.all()).singleElement().extracting(Delivery::state).isEqualTo(State.PENDING);
      assertThat(outside.connections()).isEqualTo(1);
    }
  }

  @Test
  void thousands_of_endpoints_that_say_nothing_do_not_take_a_thread_each() {
    int endpoints = 2000;
    try (MisbehavingEndpoint silent = MisbehavingEndpoint.silent()) {
      InboxControl quick = emulator.inbox("quick");
      for (int i = 0; i < endpoints; i++) {
        triggers.request(silent.url() + "/" + i, "", "created").ok();
      }
      triggers.create(quick, "", "created");
      int threads = Thread.activeCount();

      publications.publish();

      assertThat(quick.await(1, Duration.ofSeconds(20))).hasSize(1);
      assertThat(emulator.deliveries().all().subList(0, endpoints))
          .allMatch(delivery -> delivery.state() == State.PENDING);
      assertThat(Thread.activeCount() - threads).isLessThan(10);
    }
  }
}
