package io.github.flippingbookemulator.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.internal.trigger.Deliveries;
import io.github.flippingbookemulator.testkit.PublicationClient;
import io.github.flippingbookemulator.testkit.TestEmulator;
import io.github.flippingbookemulator.testkit.TriggerClient;
import io.github.flippingbookemulator.trigger.Delivery.State;
import io.github.flippingbookemulator.trigger.InboxControl.Reaction;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** DeliveriesControl that a test holds back, lets go in another order, or has made again. */
class HeldDeliveriesTest {
  @AutoClose private final Emulator emulator = Emulator.start(TestEmulator.IMMEDIATE);
  private final PublicationClient publications = new PublicationClient(emulator);
  private final TriggerClient triggers = new TriggerClient(emulator);

  @Test
  void deliveries_can_be_held_back_and_released_in_order() {
    InboxControl inbox = triggers.create("created");
    emulator.deliveries().hold();
    List<String> published =
        List.of(publications.publish(), publications.publish(), publications.publish());
    emulator.clock().advance(Duration.ofDays(1));
    assertThat(triggers.received(inbox)).isEmpty();

    emulator.deliveries().release();

    assertThat(triggers.objects(inbox)).isEqualTo(published);
    publications.publish();
    assertThat(triggers.received(inbox)).hasSize(4);
  }

  @Test
  void deliveries_can_be_released_in_another_order() {
    InboxControl inbox = triggers.create("created");
    emulator.deliveries().hold();
    List<String> published =
        List.of(
            publications.publish(),
            publications.publish(),
            publications.publish(),
            publications.publish());

    emulator.deliveries().release(List.of(3L, 2L, 99L));

    assertThat(triggers.objects(inbox))
        .containsExactly(published.get(2), published.get(1), published.get(0), published.get(3));
  }

  @Test
  void a_repeated_try_is_held_back_as_well() {
    InboxControl inbox = triggers.create("created");
    inbox.react(1, new Reaction.Status(503));
    String first = publications.publish();
    String second = publications.publish();
    emulator.clock().advance(Duration.ZERO);
    emulator.deliveries().hold();
    emulator.clock().advance(Duration.ofMinutes(1));
    assertThat(inbox.messages()).hasSize(1);

    emulator.deliveries().release(List.of(2L));

    assertThat(triggers.objects(inbox)).containsExactly(first, second, first);
  }

  @Test
  void a_delivery_can_be_sent_again_as_a_new_one() {
    InboxControl inbox = triggers.create("created");
    String published = publications.publish();
    emulator.clock().advance(Duration.ZERO);

    Delivery again = emulator.deliveries().redeliver(1);
    assertThat(again.number()).isEqualTo(2);
    assertThat(triggers.objects(inbox)).containsExactly(published, published);
    emulator.deliveries().redeliverAll();
    assertThat(triggers.received(inbox)).hasSize(4);
    assertThat(emulator.deliveries().all())
        .extracting(Delivery::number)
        .containsExactly(1L, 2L, 3L, 4L);
    assertThatThrownBy(() -> emulator.deliveries().redeliver(9))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("9");
  }

  @Test
  void a_bounded_number_waits_for_an_endpoint_and_more_is_not_delivered() {
    InboxControl inbox = triggers.create("created");
    emulator.deliveries().hold();
    publications.publish();
    LongStream.range(1, Deliveries.MAX_WAITING)
        .forEach(
            i -> assertThat(emulator.deliveries().redeliver(1).state()).isSameAs(State.PENDING));

    assertThat(emulator.deliveries().redeliver(1).state()).isEqualTo(State.UNDELIVERABLE);
    triggers.create(emulator.inbox("other"), "", "created");
    publications.publish();
    assertThat(triggers.states()).endsWith(State.UNDELIVERABLE, State.UNDELIVERABLE, State.PENDING);
    assertThat(inbox.messages()).isEmpty();
  }
}
