package io.github.flippingbookemulator.link;

import static io.github.flippingbookemulator.testkit.LinkClient.LINKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.error.Refusal;
import io.github.flippingbookemulator.reader.VisitControl;
import io.github.flippingbookemulator.testkit.Api;
import io.github.flippingbookemulator.testkit.Json;
import io.github.flippingbookemulator.testkit.LinkClient;
import io.github.flippingbookemulator.testkit.PublicationClient;
import io.github.flippingbookemulator.testkit.TestEmulator;
import io.github.flippingbookemulator.testkit.TriggerClient;
import io.github.flippingbookemulator.trigger.InboxControl;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a tracked link: visits, windows, states, its end. */
class TrackedLinkStatesTest {
  private static final Duration DAY = Duration.ofDays(1);

  @AutoClose private final Emulator emulator = Emulator.start(TestEmulator.IMMEDIATE);
  private final Api api = new Api(emulator);
  private final PublicationClient publications = new PublicationClient(emulator);
  private final LinkClient links = new LinkClient(emulator);
  private final TriggerClient triggers = new TriggerClient(emulator);

  @Test
  void visits_are_counted_and_measured_and_reading_them_does_not_count_as_seen() {
    JsonNode link = links.create(publications.publish());
    VisitControl first = links.open(link);
    emulator.clock().advance(Duration.ofSeconds(30));
    first.leave();
    String opened = emulator.clock().now().toString();
    links.open(link).leaveAfter(Duration.ofSeconds(12));
    emulator.clock().advance(Duration.ofMinutes(1));

    for (int i = 0; i < 2; i++) {
      JsonNode read = links.read(link);
      assertThat(read.get("state").textValue()).isEqualTo("Active, WithNewData");
      JsonNode stats = read.get("shortStats");
      assertThat(stats.get("fullStats")).isEqualTo(stats.get("sinceLastUpdate"));
      assertThat(stats.at("/fullStats/visits").intValue()).isEqualTo(2);
      assertThat(stats.at("/fullStats/viewDuration").intValue()).isEqualTo(42);
      assertThat(stats.at("/fullStats/lastViewedAt").textValue()).isEqualTo(opened);
    }
  }

  @Test
  void changing_a_link_never_resets_its_counters() {
    JsonNode link = links.create(publications.publish());
    links.open(link).leaveAfter(Duration.ofSeconds(5));

    links.change(link, "{newState: 'None', title: 'Other', onViewTrigger: true}");
    links.change(link, "{newState: 'Disable'}");
    JsonNode read = links.change(link, "{newState: 'Enable'}");

    assertThat(read.at("/shortStats/fullStats/visits").intValue()).isEqualTo(1);
    assertThat(read.at("/shortStats/sinceLastUpdate/visits").intValue()).isEqualTo(1);
    assertThat(read.get("state").textValue()).isEqualTo("Active, WithNewData");
  }

  @Test
  void a_disabled_link_leads_nowhere_until_it_is_enabled() {
    JsonNode link = links.create(publications.publish());

    assertThat(links.change(link, "{newState: 'Disable'}").get("state").textValue())
        .isEqualTo("WithoutNewData");
    assertThatThrownBy(() -> links.open(link)).isInstanceOf(Refusal.class);
    assertThat(links.change(link, "{newState: 'Enable'}").get("state").textValue())
        .isEqualTo("Active, WithoutNewData");
    links.open(link);
    api.put(LinkClient.path(link), "{newState: 'enable'}").refused(500, "InternalError");
    api.put(LinkClient.path(link), "{newState: 'Pause'}").refused(500, "InternalError");
  }

  @Test
  void a_deleted_link_can_only_be_read() {
    String publication = publications.publish();
    JsonNode link = links.create(publication);
    links.create(publication);

    var deleted = api.put(LinkClient.path(link), "{newState: 'Delete'}").ok();

    assertThat(deleted.text("/links/0/state")).isEqualTo("Deleted, WithoutNewData");
    assertThat(deleted.at("/userTotal").intValue()).isEqualTo(1);
    assertThat(api.get(LINKS).ok().at("/total").intValue()).isEqualTo(2);
    assertThat(links.read(link).get("state").textValue()).startsWith("Deleted");
    assertThatThrownBy(() -> links.open(link)).isInstanceOf(Refusal.class);
    for (String body : new String[] {"{newState: 'Enable'}", "{title: 'A'}", "{title: 7}"}) {
      api.put(LinkClient.path(link), body).refused(404, "ObjectNotFound");
    }
  }

  @Test
  void a_link_that_is_not_opened_in_time_expires_on_the_second_and_says_so_once() {
    InboxControl inbox = triggers.create("notViewedUntil");
    JsonNode link = links.create(publications.publish(), until(DAY));

    emulator.clock().advance(DAY.minusMillis(1));
    assertThat(links.read(link).get("state").textValue()).startsWith("Active");
    emulator.clock().advance(Duration.ofMillis(1));
    assertThat(links.read(link).get("state").textValue()).isEqualTo("Expired, WithoutNewData");
    assertThatThrownBy(() -> links.open(link)).isInstanceOf(Refusal.class);
    links.change(link, "{newState: 'Disable'}");
    assertThat(links.change(link, "{newState: 'Enable'}").get("state").textValue())
        .startsWith("Expired");
    emulator.clock().advance(Duration.ofDays(9));
    assertThat(triggers.events(inbox)).containsExactly("notViewedUntil");
  }

  @Test
  void a_link_that_is_opened_in_time_does_not_expire() {
    InboxControl inbox = triggers.create("notViewedUntil");
    JsonNode link = links.create(publications.publish(), until(DAY));
    links.open(link);

    emulator.clock().advance(DAY.multipliedBy(2));

    assertThat(links.read(link).get("state").textValue()).startsWith("Active");
    assertThat(triggers.received(inbox)).isEmpty();
  }

  @Test
  void another_time_opens_another_window_even_in_the_moment_of_a_visit() {
    InboxControl inbox = triggers.create("notViewedUntil");
    JsonNode link = links.create(publications.publish(), until(DAY));
    links.open(link);
    links.change(link, "{%s}".formatted(until(DAY.multipliedBy(2))));

    emulator.clock().advance(DAY.multipliedBy(2));

    assertThat(links.read(link).get("state").textValue()).startsWith("Expired");
    assertThat(triggers.events(inbox)).hasSize(1);
    assertThat(links.change(link, "{%s}".formatted(until(DAY))).get("state").textValue())
        .startsWith("Active");
    emulator.clock().advance(DAY);
    assertThat(triggers.events(inbox)).hasSize(2);
  }

  @Test
  void the_same_time_again_changes_nothing() {
    InboxControl inbox = triggers.create("notViewedUntil");
    String settings = until(DAY);
    JsonNode link = links.create(publications.publish(), settings);
    links.open(link);
    links.change(link, "{%s}".formatted(settings));
    emulator.clock().advance(DAY);
    assertThat(links.read(link).get("state").textValue()).startsWith("Active");

    JsonNode unread = links.create(publications.publish(), settings);
    emulator.clock().advance(Duration.ZERO);
    links.change(unread, "{%s, title: 'A'}".formatted(settings));
    emulator.clock().advance(Duration.ZERO);
    assertThat(links.read(unread).get("state").textValue()).startsWith("Expired");
    assertThat(triggers.events(inbox)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"false", "null", "''", "'false'"})
  void a_window_can_be_closed(String nothing) {
    InboxControl inbox = triggers.create("notViewedUntil");
    JsonNode link = links.create(publications.publish(), until(DAY));
    JsonNode read = links.change(link, "{onNotOpenedUntil: %s}".formatted(nothing));

    emulator.clock().advance(DAY.multipliedBy(2));

    assertThat(read.at("/triggers/onNotOpenedUntil/enabled").booleanValue()).isFalse();
    assertThat(links.read(link).get("state").textValue()).startsWith("Active");
    assertThat(triggers.received(inbox)).isEmpty();
  }

  @Test
  void a_window_that_ends_while_the_link_is_disabled_is_not_reported() {
    InboxControl inbox = triggers.create("notViewedUntil");
    JsonNode link = links.create(publications.publish(), until(DAY));
    links.change(link, "{newState: 'Disable'}");
    emulator.clock().advance(DAY);

    assertThat(links.read(link).get("state").textValue()).isEqualTo("WithoutNewData");
    assertThat(links.change(link, "{newState: 'Enable'}").get("state").textValue())
        .startsWith("Expired");
    assertThat(triggers.received(inbox)).isEmpty();
  }

  @Test
  void a_window_can_end_after_all_human_time() {
    emulator.clock().speed(1);
    JsonNode link =
        links.create(publications.publish(), "onNotOpenedUntil: '9999-12-31T23:59:59Z'");
    emulator.clock().freeze();

    assertThat(links.read(link).get("state").textValue()).startsWith("Active");
  }

  @Test
  void a_trashed_publication_has_no_new_links_and_its_old_ones_go_with_it() {
    String publication = publications.publish();
    String hashId = publications.hashId(publication);
    JsonNode link = links.create(publication);
    VisitControl visit = links.open(link);
    api.delete("/fbonline/publication/" + publication).ok();

    api.post(LINKS, "{publicationUid: '%s'}".formatted(publication)).refused(404, "ObjectNotFound");
    api.post(LINKS, "{publicationHashId: '%s'}".formatted(hashId)).refused(404, "ObjectNotFound");
    assertThatThrownBy(() -> links.open(link)).isInstanceOf(Refusal.class);
    assertThat(links.read(link).get("state").textValue()).startsWith("Active");

    emulator.clock().advance(Duration.ofDays(30));
    api.get(LinkClient.path(link)).refused(404, "ObjectNotFound");
    assertThat(api.get(LINKS).ok().json())
        .isEqualTo(
            Json.parse("{\"success\": true, \"total\": 0, \"userTotal\": 0, \"links\": []}"));
    visit.leave();
  }

  private String until(Duration fromNow) {
    return "onNotOpenedUntil: '%s'".formatted(emulator.clock().now().plus(fromNow));
  }
}
