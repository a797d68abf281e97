package io.github.flippingbookemulator.assertj;

import static io.github.flippingbookemulator.assertj.EmulatorAssertions.assertThat;
import static io.github.flippingbookemulator.assertj.FailingAssertion.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.source.Pace;
import io.github.flippingbookemulator.testkit.ApiClient;
import io.github.flippingbookemulator.testkit.TestEmulator;
import io.github.flippingbookemulator.trigger.InboxControl.Reaction;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Failure messages about deliveries that are missing or failed. */
class DeliveryFailureTest {
  @AutoClose private final Emulator emulator = Emulator.start(TestEmulator.IMMEDIATE);
  private final ApiClient client = new ApiClient(emulator);

  private URI shop;

  @BeforeEach
  void open_the_shop() {
    shop = emulator.inbox("shop").url();
  }

  @Test
  void without_a_trigger_nothing_is_reported() {
    client.publish("Spring", 1);

    assertThat(failure(() -> assertThat(emulator).deliveries().ofEvent("created").hasSize(1)))
        .isEqualTo(
            """
            Expected 1 delivery of event 'created', but there are none.

            About event 'created':
              it has happened 1 time
              there is no trigger but the automatic ones of links\
            """);
  }

  @Test
  void what_has_not_happened_yet_may_only_need_a_conversion_to_end() {
    emulator.conversions().pace(Pace.MANUAL);
    String trigger = client.trigger(shop, "", "created");
    client.publish("Spring", 1);

    assertThat(failure(() -> assertThat(emulator).deliveries().ofEvent("created").isNotEmpty()))
        .isEqualTo(
            """
            Expected at least 1 delivery of event 'created', but there are none.

            About event 'created':
              it has not happened; it does when the first source of a publication has converted
              trigger %s would tell it

            What helps:
              emulator.finishConversions() takes all conversions to their end
              emulator.clock().advance(…) lets their time pass; emulator.settle() waits for it\
            """
                .formatted(trigger));

    emulator.finishConversions();
    assertThat(emulator).deliveries().ofEvent("created").hasSize(1);
  }

  @Test
  void each_trigger_has_its_reason_for_not_telling() {
    String spring = client.publish("Spring", 1);
    String autumn = client.publish("Autumn", 0);
    String others = client.trigger(shop, "", "deleted", "created");
    String elsewhere = client.trigger(shop, limitedTo(autumn), "session");
    String throughLinks = client.trigger(shop, ", triggerOn: ['trackedlink']", "session");
    emulator.readers().open(emulator.publications().get(spring).hashId());
    String late = client.trigger(shop, "", "session");

    assertThat(reasons("session"))
        .containsExactly(
            "it has happened 1 time",
            "trigger " + others + " names other events: created, deleted",
            "trigger "
                + elsewhere
                + " is limited to publication "
                + autumn
                + ", where it has not happened",
            "trigger " + throughLinks + " tells only what comes through tracked links",
            "trigger " + late + " would tell it, but was made or changed after that");
  }

  @Test
  void an_event_outside_of_its_scopes_is_never_reported() {
    String spring = client.publish("Spring", 0);
    String limited = client.trigger(shop, limitedTo(spring), "deleted");
    client.send("DELETE", "/fbonline/publication/" + spring, "");

    assertThat(reasons("deleted"))
        .containsExactly(
            "it has happened 1 time",
            "trigger "
                + limited
                + " is limited to publication "
                + spring
                + ", where this event is never told");
  }

  @Test
  void what_a_link_tells_by_mail_is_no_delivery() {
    String link = client.link(client.publish("Spring", 1), "title: 'A', onViewTriggerSingle: true");
    emulator.readers().openLink(emulator.links().get(link).urlName());

    assertThat(reasons("session"))
        .containsExactly(
            "it has happened 1 time",
            "there is no trigger but the automatic ones of links",
            "links told it by mail, 1 time: see mails()");
  }

  @Test
  void deliveries_that_nearly_match_come_with_what_keeps_them_out() {
    String trigger = client.trigger(shop, "", "created", "deleted");
    String spring = client.publish("Spring", 1);
    client.send("DELETE", "/fbonline/publication/" + spring, "");
    emulator.clock().advance(Duration.ZERO);

    assertThat(
            failure(
                () ->
                    assertThat(emulator)
                        .deliveries()
                        .ofEvent("created")
                        .to("http://127.0.0.1/shop")
                        .hasSize(1)))
        .isEqualTo(
            """
            Expected 1 delivery of event 'created' to http://127.0.0.1/shop, but there are none.

            Near misses:
              #1 'created' to %s: DELIVERED, 1 try (200) (not to http://127.0.0.1/shop)

            About event 'created':
              it has happened 1 time
              trigger %s told it: #1\
            """
                .formatted(shop, trigger));
  }

  @Test
  void too_many_deliveries_are_all_shown() {
    client.trigger(shop, "", "created");
    client.publish("Spring", 1);
    client.publish("Autumn", 1);
    emulator.clock().advance(Duration.ZERO);

    assertThat(failure(() -> assertThat(emulator).deliveries().single()))
        .isEqualTo(
            """
            Expected 1 delivery, but there are 2.

            There are:
              #1 'created' to %1$s: DELIVERED, 1 try (200)
              #2 'created' to %1$s: DELIVERED, 1 try (200)\
            """
                .formatted(shop));
  }

  @Test
  void tries_that_failed_are_shown_with_their_reasons() {
    emulator.inbox("shop").react(1, new Reaction.Status(503));
    client.trigger(shop, "", "created");
    client.publish("Spring", 1);
    emulator.clock().advance(Duration.ZERO);

    assertThat(failure(() -> assertThat(emulator).deliveries().single().wasDelivered()))
        .contains("to have been delivered, but it is pending, and the last answer was 503.")
        .contains("#1 'created' to " + shop + ": PENDING, 1 try (503)")
        .contains("  body: {\"scope\":\"publication\"")
        .endsWith(
            """
            What helps:
              emulator.settle() waits for it, unless the clock stands still
              emulator.clock().advance(Duration.ofSeconds(3)) has all three tries made
              emulator.deliveries().release() lets deliveries go on that the test holds\
            """);

    emulator.clock().advance(Duration.ofSeconds(3));
    assertThat(emulator).deliveries().single().wasDelivered().wasTried(2).wasAnswered(200);
  }

  @Test
  void a_trigger_without_endpoint_can_be_given_one() {
    String link =
        client.link(
            client.publish("Spring", 1),
            "title: 'A', onViewTriggerSingle: true, notificationType: 'Zapier'");
    String trigger = emulator.links().get(link).triggerId();
    emulator.readers().openLink(emulator.links().get(link).urlName());

    assertThat(failure(() -> assertThat(emulator).deliveries().single().wasDelivered()))
        .startsWith(
            "Expected delivery #1 of event 'session' to have been delivered, but it cannot be"
                + " delivered: its trigger has no endpoint.\n")
        .contains("#1 'session' to no endpoint: UNDELIVERABLE, no tries")
        .endsWith("What helps:\n  give trigger " + trigger + " an endpoint");
  }

  @Test
  void one_delivery_that_failed_is_named_among_all() {
    emulator.inbox("shop").react(3, new Reaction.HangUp());
    client.trigger(shop, "", "created");
    client.publish("Spring", 1);
    emulator.clock().advance(Duration.ofSeconds(3));
    client.publish("Autumn", 1);
    emulator.clock().advance(Duration.ZERO);

    assertThat(failure(() -> assertThat(emulator).deliveries().allWereDelivered()))
        .startsWith("Expected all deliveries to have been delivered, but 1 of 2 was not.\n")
        .containsOnlyOnce(
            "#1 'created' to " + shop + ": FAILED, 3 tries (the connection was closed")
        .doesNotContain("#2");
  }

  @Test
  void an_event_that_does_not_exist_is_the_tests_own_mistake() {
    assertThatThrownBy(() -> assertThat(emulator).deliveries().ofEvent("conversionFailed"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "There is no event 'conversionFailed'; there are created, updated, deleted,"
                + " convertationFailed, session, lead, print, link, notViewedUntil, download.");
  }

  private List<String> reasons(String event) {
    return failure(() -> assertThat(emulator).deliveries().ofEvent(event).hasSize(9))
        .lines()
        .dropWhile(line -> !line.startsWith("About event"))
        .skip(1)
        .map(String::strip)
        .toList();
  }

  private static String limitedTo(String publication) {
    return ", limitTo: {parentObject: 'publication', parentObjectId: '%s'}".formatted(publication);
  }
}
