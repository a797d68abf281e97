package io.github.flippingbookemulator.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.testkit.PublicationClient;
import io.github.flippingbookemulator.testkit.RawServer;
import io.github.flippingbookemulator.testkit.TestEmulator;
import io.github.flippingbookemulator.testkit.TriggerClient;
import io.github.flippingbookemulator.trigger.Delivery.State;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Where webhooks may go, and what is said of those that may not. */
class WebhookTargetsTest {
  /** Of a network for documentation, where nothing answers. */
  private static final String FAR = "http://192.0.2.1/hook";

  private static final EmulatorOptions OPTIONS =
      TestEmulator.IMMEDIATE.webhookTimeout(Duration.ofSeconds(30));

  @AutoClose private final Emulator emulator = Emulator.start(OPTIONS);

  private final PublicationClient publications = new PublicationClient(emulator);
  private final TriggerClient triggers = new TriggerClient(emulator);

  @Test
  void loopback_keeps_webhooks_on_this_machine() {
    emulator.reset(OPTIONS.webhooks(WebhookTargets.LOOPBACK));
    try (RawServer receiver =
        new RawServer((request, number) -> RawServer.response("200 OK", "", new byte[0]))) {
      List<Delivery> deliveries = deliveriesTo(FAR, receiver.url("/"), inbox());

      assertUndelivered(
          deliveries.get(0),
          "webhooks may only go to localhost and loopback addresses here, not to 192.0.2.1");
      assertThat(deliveries.subList(1, 3)).allMatch(each -> each.state() == State.DELIVERED);
      assertThat(deliveries.get(1).reason()).isNull();
    }
  }

  @Test
  void inboxes_are_reached_by_any_name_of_this_machine_and_nothing_else_is() {
    emulator.reset(OPTIONS.webhooks(WebhookTargets.INBOXES));
    try (RawServer receiver = new RawServer((request, number) -> null)) {
      List<Delivery> deliveries =
          deliveriesTo(
              receiver.url("/_emulator/inbox/a"),
              emulator.uri() + "/elsewhere",
              inbox(),
              inbox().replace("127.0.0.1", "localhost"));

      assertThat(deliveries.subList(0, 2))
          .allSatisfy(
              each ->
                  assertUndelivered(
                      each,
                      "webhooks may only go to the emulator's own inboxes here, below "
                          + emulator.uri()
                          + "/_emulator/inbox/"));
      assertThat(deliveries.subList(2, 4)).allMatch(each -> each.state() == State.DELIVERED);
      assertThat(receiver.requests()).isEmpty();
    }
  }

  @Test
  void off_sends_nothing_and_says_so() {
    emulator.reset(OPTIONS.webhooks(WebhookTargets.OFF));

    assertUndelivered(deliveriesTo(inbox()).get(0), "webhooks are switched off");
    assertThat(emulator.inbox("a").messages()).isEmpty();
  }

  private String inbox() {
    return emulator.inbox("a").url().toString();
  }

  private List<Delivery> deliveriesTo(String... endpoints) {
    for (String endpoint : endpoints) {
      triggers.request(endpoint, "", "created").ok();
    }
    publications.publish();
    emulator.clock().advance(Duration.ZERO);
    return emulator.deliveries().all();
  }

  private static void assertUndelivered(Delivery delivery, String reason) {
    assertThat(delivery.state()).isEqualTo(State.UNDELIVERABLE);
    assertThat(delivery.reason()).isEqualTo(reason);
    assertThat(delivery.tries()).isEmpty();
  }
}
