package io.github.flippingbookemulator.internal.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.event.DomainEvent;
import io.github.flippingbookemulator.event.EventsControl;
import io.github.flippingbookemulator.testkit.ExpectedLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The event bus: which listener gets which events. */
class EventsTest {
  private final Events events = new Events();
  private final List<DomainEvent> received = new ArrayList<>();

  @Test
  void each_listener_receives_every_event_in_order() {
    List<DomainEvent> receivedToo = new ArrayList<>();
    events.subscribe(received::add);
    events.subscribe(receivedToo::add);

    events.publish(new Began(1));
    events.publish(new Ended(2));

    assertThat(received).containsExactly(new Began(1), new Ended(2)).isEqualTo(receivedToo);
  }

  @Test
  void a_listener_to_one_type_receives_no_other() {
    events.on(Ended.class, received::add);

    events.publish(new Began(1));
    events.publish(new Ended(2));

    assertThat(received).containsExactly(new Ended(2));
  }

  @Test
  void who_has_left_hears_nothing_more_and_the_others_do() {
    List<DomainEvent> stays = new ArrayList<>();
    EventsControl.Subscription leaves = events.subscribe(received::add);
    events.subscribe(stays::add);

    leaves.close();
    leaves.close();
    events.publish(new Began(1));

    assertThat(received).isEmpty();
    assertThat(stays).containsExactly(new Began(1));
  }

  @Test
  @ExpectedLog("A listener failed on Began")
  void a_listener_that_fails_disturbs_neither_the_others_nor_the_publisher() {
    events.subscribe(
        event -> {
          throw new IllegalStateException("meant to fail");
        });
    events.subscribe(received::add);

    events.publish(new Began(1));

    assertThat(received).containsExactly(new Began(1));
  }

  @Test
  void a_listener_may_subscribe_and_unsubscribe_while_it_is_notified() {
    events.subscribe(event -> events.subscribe(received::add));

    events.publish(new Began(1));
    events.publish(new Began(2));

    assertThat(received).containsExactly(new Began(2));
  }

  @Test
  void a_closed_bus_notifies_no_listener() {
    events.subscribe(received::add);

    events.close();
    events.publish(new Began(1));

    assertThat(received).isEmpty();
  }

  private record Began(long accountId) implements DomainEvent {
    @Override
    public Instant at() {
      return Instant.EPOCH;
    }
  }

  private record Ended(long accountId) implements DomainEvent {
    @Override
    public Instant at() {
      return Instant.EPOCH;
    }
  }
}
