package io.github.flippingbookemulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.flippingbookemulator.source.Pace;
import io.github.flippingbookemulator.source.SourceState;
import io.github.flippingbookemulator.testkit.PublicationClient;
import io.github.flippingbookemulator.testkit.TestEmulator;
import io.github.flippingbookemulator.testkit.TriggerClient;
import io.github.flippingbookemulator.trigger.Delivery;
import io.github.flippingbookemulator.trigger.InboxControl;
import io.github.flippingbookemulator.trigger.InboxControl.Reaction;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Waiting until the emulator has ended what it has begun. */
class SettleTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  @AutoClose
  private final Emulator emulator = Emulator.start(TestEmulator.IMMEDIATE.pace(Pace.TIMED));

  private final PublicationClient publications = new PublicationClient(emulator);
  private final TriggerClient triggers = new TriggerClient(emulator);

  @Test
  void an_idle_emulator_has_settled_at_once() {
    assertThatCode(() -> emulator.settle(Duration.ZERO)).doesNotThrowAnyException();
  }

  @Test
  void on_a_running_clock_it_returns_once_conversions_and_their_deliveries_have_ended() {
    InboxControl inbox = triggers.create("created");
    inbox.react(1, new Reaction.Status(500));
    inbox.react(1, new Reaction.Slow(Duration.ofMillis(200)));
    emulator.clock().speed(1000);
    publications.publish();
    publications.publish();
    emulator.settle(LONG);

    assertThat(emulator.conversions().all())
        .hasSize(2)
        .allMatch(source -> source.state() == SourceState.COMPLETED_ALL_STAGES);
    assertThat(emulator.deliveries().all())
        .hasSize(2)
        .allMatch(delivery -> delivery.state() == Delivery.State.DELIVERED);
    assertThat(inbox.messages()).hasSize(3);
  }

  @Test
  void on_a_clock_that_stands_still_it_says_at_once_what_will_not_end() {
    String publication = publications.publish();
    emulator.clock().advance(Duration.ZERO); // its file has been looked at

    assertThatIllegalStateException()
        .isThrownBy(() -> emulator.settle(LONG))
        .withMessageStartingWith(
            "The emulator cannot settle: what is pending will not end by itself")
        .withMessageContaining("of publication " + publication)
        .withMessageContaining("is WaitAutoQueue (waits for the clock)")
        .withMessageContaining("The clock stands still: advance it or give it a speed.");
  }

  @Test
  void what_the_test_holds_back_or_the_client_moves_is_told_even_on_a_running_clock() {
    emulator.clock().speed(1000);
    triggers.create("created");
    emulator.conversions().nextPace(Pace.MANUAL);
    String manual = publications.publish();
    emulator.conversions().nextPace(Pace.PER_POLL);
    String polled = publications.publish();
    emulator.deliveries().hold();
    emulator.conversions().nextPace(Pace.IMMEDIATE);
    publications.publish();

    assertThatIllegalStateException()
        .isThrownBy(() -> emulator.settle(LONG))
        .withMessageContaining("of publication " + manual)
        .withMessageContaining("(held back by the test)")
        .withMessageContaining("of publication " + polled)
        .withMessageContaining("(goes on when a client asks for it)")
        .withMessageContaining("delivery 1 of 'created'");

    emulator.finishConversions();
    emulator.deliveries().release();
    emulator.settle(LONG);
    assertThat(emulator.deliveries().all()).hasSize(3);
  }

  @Test
  void a_try_that_waits_for_its_turn_on_a_frozen_clock_is_told() {
    triggers.create("created").react(1, new Reaction.Status(500));
    emulator.conversions().nextPace(Pace.IMMEDIATE);
    publications.publish();

    assertThatIllegalStateException()
        .isThrownBy(() -> emulator.settle(LONG))
        .withMessageContaining("delivery 1 of 'created' to")
        .withMessageContaining("after 1 tries (waits for the clock)");
    emulator.clock().advance(Duration.ofSeconds(1));
    emulator.settle(LONG);
  }

  @Test
  void a_limit_that_is_too_short_is_kept_and_told() {
    publications.publish();
    emulator.clock().speed(0.001);

    assertThatIllegalStateException()
        .isThrownBy(() -> emulator.settle(Duration.ofMillis(50)))
        .withMessageStartingWith("The emulator did not settle within 0.05 s at clock speed 0.001.");
  }
}
