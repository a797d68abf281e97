package io.github.flippingbookemulator.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.testkit.RogueEndpoint;
import io.github.flippingbookemulator.testkit.WithEmulator;
import io.github.flippingbookemulator.trigger.Delivery.State;
import io.github.flippingbookemulator.trigger.InboxControl.Reaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** How notifications get to webhooks: in order, again if need be, held back if a test likes. */
class DeliveriesTest extends WithEmulator {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MILLI = Duration.ofMillis(1);

  @Override
  protected EmulatorOptions options() {
    return super.options().webhookTimeout(Duration.ofSeconds(30));
  }

  @Test
  void an_endpoint_hears_of_events_in_their_order() {
    InboxControl inbox = trigger("print");
    var visit = emulator.readers().open(hashId(publish()));
    List<String> pages = IntStream.range(0, 300).mapToObj(Integer::toString).toList();

    pages.forEach(visit::print);

    assertThat(received(inbox))
        .extracting(body -> body.at("/additionalInfo/pages").textValue())
        .isEqualTo(pages);
  }

  @Test
  void an_endpoint_of_two_busy_accounts_hears_of_events_in_the_order_of_the_log() {
    InboxControl inbox = trigger("print");
    var visit = emulator.readers().open(hashId(publish()));
    api = stranger();
    trigger("print");
    var strange = emulator.readers().open(hashId(publish()));

    IntStream.range(0, 400)
        .parallel()
        .forEach(i -> (i % 2 == 0 ? visit : strange).print(Integer.toString(i)));

    assertThat(received(inbox)).hasSize(400);
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
    trigger(slow, "", "created");
    trigger(quick, "", "created");

    publish();
    publish();

    assertThat(quick.await(2)).hasSize(2);
    assertThat(slow.await(1)).hasSize(1);
    assertThat(emulator.deliveries().all())
        .filteredOn(delivery -> slow.url().toString().equals(delivery.endpoint()))
        .extracting(Delivery::state)
        .containsExactly(State.PENDING, State.PENDING);
  }

  @Test
  void a_failed_try_is_repeated_one_second_later_and_two_seconds_after_that() {
    InboxControl inbox = trigger("created");
    inbox.react(2, new Reaction.Status(500));
    Instant start = emulator.clock().now();

    publish();
    assertThat(received(inbox)).hasSize(1);
    advance(SECOND.minus(MILLI));
    assertThat(received(inbox)).hasSize(1);
    advance(MILLI);
    assertThat(received(inbox)).hasSize(2);
    advance(SECOND.multipliedBy(2).minus(MILLI));
    assertThat(received(inbox)).hasSize(2);
    assertThat(states()).containsExactly(State.PENDING);
    advance(MILLI);

    Delivery delivery = emulator.deliveries().all().get(0);
    assertThat(delivery.state()).isEqualTo(State.DELIVERED);
    assertThat(delivery.created()).isEqualTo(start);
    assertThat(delivery.tries())
        .extracting(t -> t.status().getAsInt())
        .containsExactly(500, 500, 200);
    assertThat(delivery.tries())
        .extracting(Delivery.Try::at)
        .containsExactly(start, start.plus(SECOND), start.plus(SECOND.multipliedBy(3)));
    assertThat(received(inbox)).allMatch(body -> body.equals(json(delivery.body())));
  }

  @Test
  void after_three_failed_tries_the_next_event_has_its_turn() {
    InboxControl inbox = trigger("created");
    inbox.react(3, new Reaction.Status(404));
    String first = publish();
    String second = publish();
    settle();
    assertThat(inbox.messages()).hasSize(1);

    advance(Duration.ofDays(1));

    assertThat(states()).containsExactly(State.FAILED, State.DELIVERED);
    assertThat(received(inbox))
        .extracting(body -> body.get("objectId").textValue())
        .containsExactly(first, first, first, second);
  }

  @Test
  void nothing_is_sent_after_a_reset() {
    try (RogueEndpoint outside =
        RogueEndpoint.saying("HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n")) {
      createTrigger(outside.url(), "", "created").ok();
      publish();
      settle();
      emulator.deliveries().hold();
      publish();
      DeliveriesControl before = emulator.deliveries();
      var clock = emulator.clock();
      int connections = outside.connections();

      emulator.reset();
      before.release();
      advance(Duration.ofDays(1));
      assertThatThrownBy(() -> clock.advance(SECOND)).isInstanceOf(IllegalStateException.class);

      assertThat(outside.connections()).isEqualTo(connections).isEqualTo(1);
      assertThat(emulator.deliveries().all()).isEmpty();
      publish();
      settle();
      assertThat(emulator.deliveries().all()).isEmpty();
    }
  }

  @Test
  void a_reset_breaks_off_what_is_under_way() {
    try (RogueEndpoint outside = RogueEndpoint.silent()) {
      createTrigger(outside.url(), "", "created").ok();
      publish();
      outside.awaitConnection();
      DeliveriesControl before = emulator.deliveries();

      emulator.reset();

      assertThat(outside.awaitEndOfConnection()).isTrue();
      advance(Duration.ofDays(1));
      assertThat(before.all()).allMatch(delivery -> delivery.state() == State.PENDING);
      assertThat(outside.connections()).isEqualTo(1);
    }
  }

  @Test
  void thousands_of_endpoints_that_say_nothing_do_not_take_a_thread_each() {
    int endpoints = 2000;
    try (RogueEndpoint silent = RogueEndpoint.silent()) {
      InboxControl quick = emulator.inbox("quick");
      for (int i = 0; i < endpoints; i++) {
        createTrigger(silent.url() + "/" + i, "", "created").ok();
      }
      trigger(quick, "", "created");
      int threads = Thread.activeCount();

      publish();

      assertThat(quick.await(1, Duration.ofSeconds(20))).hasSize(1);
      assertThat(emulator.deliveries().all().subList(0, endpoints))
          .allMatch(delivery -> delivery.state() == State.PENDING);
      assertThat(Thread.activeCount() - threads).isLessThan(10);
    }
  }
}
