package io.github.flippingbookemulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.flippingbookemulator.trigger.Deliveries;
import io.github.flippingbookemulator.trigger.Delivery;
import io.github.flippingbookemulator.trigger.Delivery.State;
import io.github.flippingbookemulator.trigger.Inbox;
import io.github.flippingbookemulator.trigger.Inbox.Reaction;
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
  EmulatorOptions options() {
    return super.options().webhookTimeout(Duration.ofSeconds(30));
  }

  @Test
  void an_endpoint_hears_of_events_in_their_order() {
    Inbox inbox = trigger("print");
    var visit = emulator.readers().open(hashId(publish()));
    List<String> pages = IntStream.range(0, 300).mapToObj(Integer::toString).toList();

    pages.forEach(visit::print);

    assertThat(received(inbox))
        .extracting(body -> body.at("/additionalInfo/pages").textValue())
        .isEqualTo(pages);
  }

  @Test
  void a_slow_endpoint_holds_up_nobody_else() {
    Inbox slow = emulator.inbox("slow");
    Inbox quick = emulator.inbox("quick");
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
    Inbox inbox = trigger("created");
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
    Inbox inbox = trigger("created");
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
  void deliveries_can_be_held_back_and_released_in_order() {
    Inbox inbox = trigger("created");
    emulator.deliveries().hold();
    List<String> published = List.of(publish(), publish(), publish());
    advance(Duration.ofDays(1));
    assertThat(received(inbox)).isEmpty();

    emulator.deliveries().release();

    assertThat(objects(inbox)).isEqualTo(published);
    publish();
    assertThat(received(inbox)).hasSize(4);
  }

  @Test
  void deliveries_can_be_released_in_another_order() {
    Inbox inbox = trigger("created");
    emulator.deliveries().hold();
    List<String> published = List.of(publish(), publish(), publish(), publish());

    emulator.deliveries().release(List.of(3L, 2L, 99L));

    assertThat(objects(inbox))
        .containsExactly(published.get(2), published.get(1), published.get(0), published.get(3));
  }

  @Test
  void a_repeated_try_is_held_back_as_well() {
    Inbox inbox = trigger("created");
    inbox.react(1, new Reaction.Status(503));
    String first = publish();
    String second = publish();
    settle();
    emulator.deliveries().hold();
    advance(Duration.ofMinutes(1));
    assertThat(inbox.messages()).hasSize(1);

    emulator.deliveries().release(List.of(2L));

    assertThat(objects(inbox)).containsExactly(first, second, first);
  }

  @Test
  void a_delivery_can_be_sent_again_as_a_new_one() {
    Inbox inbox = trigger("created");
    String published = publish();
    settle();

    Delivery again = emulator.deliveries().redeliver(1);
    assertThat(again.number()).isEqualTo(2);
    assertThat(objects(inbox)).containsExactly(published, published);
    emulator.deliveries().redeliverAll();
    assertThat(received(inbox)).hasSize(4);
    assertThat(emulator.deliveries().all())
        .extracting(Delivery::number)
        .containsExactly(1L, 2L, 3L, 4L);
    assertThatThrownBy(() -> emulator.deliveries().redeliver(9))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("9");
  }

  @Test
  void a_bounded_number_waits_for_an_endpoint_and_more_is_not_delivered() {
    Inbox inbox = trigger("created");
    emulator.deliveries().hold();
    publish();
    LongStream.range(1, Deliveries.MAX_WAITING)
        .forEach(
            i -> assertThat(emulator.deliveries().redeliver(1).state()).isSameAs(State.PENDING));

    assertThat(emulator.deliveries().redeliver(1).state()).isEqualTo(State.UNDELIVERABLE);
    trigger(emulator.inbox("other"), "", "created");
    publish();
    assertThat(states()).endsWith(State.UNDELIVERABLE, State.UNDELIVERABLE, State.PENDING);
    assertThat(inbox.messages()).isEmpty();
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
      Deliveries before = emulator.deliveries();
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
      Deliveries before = emulator.deliveries();

      emulator.reset();
      settle();

      assertThat(before.all()).extracting(Delivery::state).containsExactly(State.PENDING);
    }
  }

  @Test
  void thousands_of_endpoints_that_say_nothing_do_not_take_a_thread_each() {
    int endpoints = 2000;
    try (RogueEndpoint silent = RogueEndpoint.silent()) {
      Inbox quick = emulator.inbox("quick");
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

  private List<State> states() {
    return emulator.deliveries().all().stream().map(Delivery::state).toList();
  }

  private List<String> objects(Inbox inbox) {
    return received(inbox).stream().map(body -> body.get("objectId").textValue()).toList();
  }
}
