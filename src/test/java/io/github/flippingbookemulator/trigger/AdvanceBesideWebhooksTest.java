package io.github.flippingbookemulator.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.control.ControlCalls;
import io.github.flippingbookemulator.publication.PublicationEvent.PublicationCreated;
import io.github.flippingbookemulator.testkit.ExpectedLog;
import io.github.flippingbookemulator.testkit.FileServer;
import io.github.flippingbookemulator.testkit.Json;
import io.github.flippingbookemulator.testkit.MisbehavingEndpoint;
import io.github.flippingbookemulator.testkit.PublicationClient;
import io.github.flippingbookemulator.testkit.TestEmulator;
import io.github.flippingbookemulator.testkit.TriggerClient;
import io.github.flippingbookemulator.time.Pending;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The clock is advanced while receivers of webhooks do not answer, or call themselves. */
@Timeout(60)
class AdvanceBesideWebhooksTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final String MOVED_ON = "The clock was moved on without waiting";
  private static final Duration SOON = Duration.ofSeconds(20);

  private static final EmulatorOptions OPTIONS =
      TestEmulator.IMMEDIATE
          .webhookTimeout(Duration.ofMinutes(10))
          .advanceLimit(Duration.ofMillis(300));

  @AutoClose private final FileServer receivers = new FileServer();
  @AutoClose private final Emulator emulator = Emulator.start(OPTIONS);
  private final PublicationClient publications = new PublicationClient(emulator);
  private final TriggerClient triggers = new TriggerClient(emulator);

  @Test
  @ExpectedLog(MOVED_ON)
  void a_receiver_that_says_nothing_is_not_waited_for_beyond_the_limit_and_named() {
    try (MisbehavingEndpoint silent = MisbehavingEndpoint.silent()) {
      triggers.request(silent.url(), "", "created").ok();
      publications.publish();
      Instant before = emulator.clock().now();

      List<Pending> left = emulator.clock().advance(HOUR);

      assertThat(left)
          .containsExactly(
              new Pending(
                  "delivery 1 of 'created' to " + silent.url() + " after 0 tries",
                  Pending.On.WORK));
      assertThat(emulator.clock().now()).isEqualTo(before.plus(HOUR));
      assertThat(emulator.pending()).isEqualTo(left);
      assertThat(
              Json.parse(
                      ControlCalls.post(emulator, "/_emulator/clock/advance", "{by: 'PT1S'}")
                          .text())
                  .at("/notAwaited/0/what")
                  .textValue())
          .isEqualTo(left.get(0).what());
    }
  }

  @Test
  @ExpectedLog(MOVED_ON)
  void an_inbox_is_no_part_of_the_world_outside_unless_it_is_slow() {
    InboxControl inbox = triggers.create("created");
    for (int i = 0; i < 20; i++) {
      publications.publish();
    }
    assertThat(emulator.clock().advance(HOUR)).isEmpty();
    assertThat(inbox.messages()).hasSize(20);

    inbox.react(1, new InboxControl.Reaction.Slow(HOUR));
    publications.publish();
    assertThat(emulator.clock().advance(HOUR)).hasSize(1);
  }

  @Test
  void an_advance_ends_beside_others_who_publish_without_end() {
    triggers.create("created");
    AtomicBoolean over = new AtomicBoolean();
    CountDownLatch busy = new CountDownLatch(20);
    emulator.events().on(PublicationCreated.class, event -> busy.countDown());
    CompletableFuture<Void> traffic =
        CompletableFuture.runAsync(
            () -> {
              while (!over.get()) {
                publications.publish();
              }
            });
    await(busy);

    CompletableFuture<List<Pending>> advance =
        CompletableFuture.supplyAsync(() -> emulator.clock().advance(HOUR));

    assertThat(advance).succeedsWithin(SOON);
    over.set(true);
    assertThat(traffic).succeedsWithin(SOON);
  }

  @Test
  @ExpectedLog(MOVED_ON)
  void a_receiver_can_itself_advance_the_clock() {
    List<Instant> advanced = new CopyOnWriteArrayList<>();
    String hook =
        receivers.on(
            "/hook",
            exchange -> {
              emulator.clock().advance(HOUR);
              advanced.add(emulator.clock().now());
              exchange.sendResponseHeaders(200, -1);
              exchange.close();
            });
    Instant before = emulator.clock().now();
    triggers.request(hook, "", "created").ok();

    publications.publish();

    emulator.settle(SOON);
    assertThat(advanced).containsExactly(before.plus(HOUR));
    assertThat(triggers.states()).containsExactly(Delivery.State.DELIVERED);
  }

  @Test
  void a_listener_is_told_that_it_must_not_advance_the_clock() {
    List<Throwable> refused = new CopyOnWriteArrayList<>();
    emulator
        .events()
        .on(
            PublicationCreated.class,
            event -> refused.add(catchThrowable(() -> emulator.clock().advance(HOUR))));

    publications.publish();

    assertThat(refused)
        .singleElement()
        .asInstanceOf(InstanceOfAssertFactories.THROWABLE)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a listener is called in the middle of a change");
  }

  @Test
  void a_reset_or_a_stop_ends_an_advance() {
    for (Runnable end : List.<Runnable>of(emulator::reset, emulator::close)) {
      emulator.reset(OPTIONS.advanceLimit(HOUR));
      CompletableFuture<List<Pending>> advance;
      try (MisbehavingEndpoint silent = MisbehavingEndpoint.silent()) {
        triggers.request(silent.url(), "", "created").ok();
        publications.publish();
        silent.awaitConnection();
        advance = CompletableFuture.supplyAsync(() -> emulator.clock().advance(HOUR));
        assertThat(advance).failsWithin(Duration.ofMillis(100));

        end.run();

        assertThat(advance).succeedsWithin(SOON);
      }
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
