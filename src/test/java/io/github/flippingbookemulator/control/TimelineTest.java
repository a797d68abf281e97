package io.github.flippingbookemulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.account.AccountControl;
import io.github.flippingbookemulator.account.AccountOptions;
import io.github.flippingbookemulator.error.ErrorCode;
import io.github.flippingbookemulator.fault.CallMatcher;
import io.github.flippingbookemulator.fault.Fault;
import io.github.flippingbookemulator.internal.control.Timeline;
import io.github.flippingbookemulator.testkit.Api;
import io.github.flippingbookemulator.testkit.LinkClient;
import io.github.flippingbookemulator.testkit.PublicationClient;
import io.github.flippingbookemulator.testkit.TestEmulator;
import io.github.flippingbookemulator.testkit.TriggerClient;
import io.github.flippingbookemulator.trigger.InboxControl;
import io.github.flippingbookemulator.trigger.InboxControl.Reaction;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What happened, as lines of text. */
class TimelineTest {
  @AutoClose private final Emulator emulator = Emulator.start(TestEmulator.IMMEDIATE);
  private final Api api = new Api(emulator);
  private final PublicationClient publications = new PublicationClient(emulator);
  private final LinkClient links = new LinkClient(emulator);
  private final TriggerClient triggers = new TriggerClient(emulator);

  @Test
  void calls_events_and_deliveries_are_told_in_the_order_of_the_clock() {
    InboxControl inbox = triggers.create("created");
    inbox.react(1, new Reaction.Status(503));
    String id = publications.publish();
    emulator.clock().advance(Duration.ZERO);
    emulator.clock().advance(Duration.ofHours(25));
    api.delete("/fbonline/publication/" + id).ok();

    String[] lines = Timeline.of(emulator).brief(100).split("\\R");
    assertThat(String.join("|", lines).replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "T"))
        .contains("T  POST /api/v1/fbonline/triggers -> 200")
        .contains("SourceConverted[publicationId=" + id.substring(0, 8) + "…, ")
        .contains("T  webhook 1 'created' to " + inbox.url() + " -> 503 (took ")
        .contains("T  webhook 1 'created' to " + inbox.url() + " -> 200 (took ")
        .doesNotContain(id, "accountId", ", at=");
    assertThat(lines[lines.length - 1])
        .endsWith("DELETE /api/v1/fbonline/publication/" + id.substring(0, 8) + "… -> 200");
    assertThat(lines)
        .isSortedAccordingTo((a, b) -> a.substring(0, 19).compareTo(b.substring(0, 19)));
  }

  @Test
  void the_newest_lines_are_shown_and_the_others_counted() {
    assertThat(Timeline.of(emulator).brief(3))
        .isEqualTo("(nothing was called and nothing happened)");
    for (int i = 0; i < 5; i++) {
      api.get("/auth/me").ok();
    }
    assertThat(Timeline.of(emulator).brief(3).split("\\R"))
        .hasSize(4)
        .startsWith("(2 earlier lines left out)");
    assertThat(Timeline.of(emulator).brief(5).split("\\R")).hasSize(5);
  }

  @Test
  void refusals_faults_and_missing_endpoints_are_told_with_their_reason() {
    api.get("/fbonline/publication/nosuchthing");
    emulator
        .faults()
        .add(new Fault.Refuse(ErrorCode.RATE_LIMIT_EXCEEDED), CallMatcher.next().to("/auth/me"));
    api.get("/auth/me");
    JsonNode link =
        links.create(publications.publish(), "notificationType: 'Zapier', onViewTrigger: true");
    links.open(link);

    assertThat(Timeline.of(emulator).brief(100))
        .contains("-> 404 ObjectNotFound: ")
        .contains("GET /api/v1/auth/me -> 429 RateLimitExceeded: ")
        .contains("(fault: refuse RateLimitExceeded)")
        .contains("LinkCreated[link=" + LinkClient.id(link).substring(0, 8) + "…]")
        .contains("to nowhere -> not sent, its trigger has no endpoint");
  }

  @Test
  void the_timeline_of_an_account_leaves_the_others_out() {
    AccountControl other = emulator.accounts().open(AccountOptions.defaults());
    api.get("/auth/me").ok();
    api.as(other.apiKey()).get("/fbonline/publication").ok();
    api.as("unknown").get("/auth/me");

    assertThat(Timeline.of(emulator).account(other.id()).brief(9))
        .contains("/fbonline/publication -> 200", "/auth/me -> 403")
        .doesNotContain("/auth/me -> 200");
  }

  @Test
  void the_full_timeline_has_bodies_and_no_keys() {
    triggers.create("created");
    String id = publications.publish();
    emulator.clock().advance(Duration.ZERO);

    assertThat(Timeline.of(emulator).full())
        .contains("> Authorization: Bearer ***")
        .contains("> {name: 'Spring', filename: 'a.pdf'")
        .contains("< {\"success\":true,\"id\":\"" + id + "\"")
        .containsPattern("> \\{.*\"created\"")
        .doesNotContain(emulator.apiKey());
  }
}
