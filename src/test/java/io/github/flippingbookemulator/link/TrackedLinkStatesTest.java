package io.github.flippingbookemulator.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.flippingbookemulator.error.Refusal;
import io.github.flippingbookemulator.reader.VisitControl;
import io.github.flippingbookemulator.testkit.WithEmulator;
import io.github.flippingbookemulator.trigger.InboxControl;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a tracked link: visits, windows, states, its end. */
class TrackedLinkStatesTest extends WithEmulator {
  private static final Duration DAY = Duration.ofDays(1);

  @Test
  void visits_are_counted_and_measured_and_reading_them_does_not_count_as_seen() {
    JsonNode link = link(publish());
    VisitControl first = open(link);
    advance(Duration.ofSeconds(30));
    first.leave();
    String opened = emulator.clock().now().toString();
    open(link).leaveAfter(Duration.ofSeconds(12));
    advance(Duration.ofMinutes(1));

    for (int i = 0; i < 2; i++) {
      JsonNode read = readLink(link);
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
    JsonNode link = link(publish());
    open(link).leaveAfter(Duration.ofSeconds(5));

    changeLink(link, "{newState: 'None', title: 'Other', onViewTrigger: true}");
    changeLink(link, "{newState: 'Disable'}");
    JsonNode read = changeLink(link, "{newState: 'Enable'}");

    assertThat(read.at("/shortStats/fullStats/visits").intValue()).isEqualTo(1);
    assertThat(read.at("/shortStats/sinceLastUpdate/visits").intValue()).isEqualTo(1);
    assertThat(read.get("state").textValue()).isEqualTo("Active, WithNewData");
  }

  @Test
  void a_disabled_link_leads_nowhere_until_it_is_enabled() {
    JsonNode link = link(publish());

    assertThat(changeLink(link, "{newState: 'Disable'}").get("state").textValue())
        .isEqualTo("WithoutNewData");
    assertThatThrownBy(() -> open(link)).isInstanceOf(Refusal.class);
    assertThat(changeLink(link, "{newState: 'Enable'}").get("state").textValue())
        .isEqualTo("Active, WithoutNewData");
    open(link);
    api.put(path(link), "{newState: 'enable'}").refused(500, "InternalError");
    api.put(path(link), "{newState: 'Pause'}").refused(500, "InternalError");
  }

  @Test
  void a_deleted_link_can_only_be_read() {
    String publication = publish();
    JsonNode link = link(publication);
    link(publication);

    var deleted = api.put(path(link), "{newState: 'Delete'}").ok();

    assertThat(deleted.text("/links/0/state")).isEqualTo("Deleted, WithoutNewData");
    assertThat(deleted.at("/userTotal").intValue()).isEqualTo(1);
    assertThat(api.get(LINKS).ok().at("/total").intValue()).isEqualTo(2);
    assertThat(readLink(link).get("state").textValue()).startsWith("Deleted");
    assertThatThrownBy(() -> open(link)).isInstanceOf(Refusal.class);
    for (String body : new String[] {"{newState: 'Enable'}", "{title: 'A'}", "{title: 7}"}) {
      api.put(path(link), body).refused(404, "ObjectNotFound");
    }
  }

  @Test
  void a_link_that_is_not_opened_in_time_expires_on_the_second_and_says_so_once() {
    InboxControl inbox = trigger("notViewedUntil");
    JsonNode link = link(publish(), until(DAY));

    advance(DAY.minusMillis(1));
    assertThat(readLink(link).get("state").textValue()).startsWith("Active");
    advance(Duration.ofMillis(1));
    assertThat(readLink(link).get("state").textValue()).isEqualTo("Expired, WithoutNewData");
    assertThatThrownBy(() -> open(link)).isInstanceOf(Refusal.class);
    changeLink(link, "{newState: 'Disable'}");
    assertThat(changeLink(link, "{newState: 'Enable'}").get("state").textValue())
        .startsWith("Expired");
    advance(Duration.ofDays(9));
    assertThat(events(inbox)).containsExactly("notViewedUntil");
  }

  @Test
  void a_link_that_is_opened_in_time_does_not_expire() {
    InboxControl inbox = trigger("notViewedUntil");
    JsonNode link = link(publish(), until(DAY));
    open(link);

    advance(DAY.multipliedBy(2));

    assertThat(readLink(link).get("state").textValue()).startsWith("Active");
    assertThat(received(inbox)).isEmpty();
  }

  @Test
  void another_time_opens_another_window_even_in_the_moment_of_a_visit() {
    InboxControl inbox = trigger("notViewedUntil");
    JsonNode link = link(publish(), until(DAY));
    open(link);
    changeLink(link, "{%s}".formatted(until(DAY.multipliedBy(2))));

    advance(DAY.multipliedBy(2));

    assertThat(readLink(link).get("state").textValue()).startsWith("Expired");
    assertThat(events(inbox)).hasSize(1);
    assertThat(changeLink(link, "{%s}".formatted(until(DAY))).get("state").textValue())
        .startsWith("Active");
    advance(DAY);
    assertThat(events(inbox)).hasSize(2);
  }

  @Test
  void the_same_time_again_changes_nothing() {
    InboxControl inbox = trigger("notViewedUntil");
    String settings = until(DAY);
    JsonNode link = link(publish(), settings);
    open(link);
    changeLink(link, "{%s}".formatted(settings));
    advance(DAY);
    assertThat(readLink(link).get("state").textValue()).startsWith("Active");

    JsonNode unread = link(publish(), settings);
    settle();
    changeLink(unread, "{%s, title: 'A'}".formatted(settings));
    settle();
    assertThat(readLink(unread).get("state").textValue()).startsWith("Expired");
    assertThat(events(inbox)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"false", "null", "''", "'false'"})
  void a_window_can_be_closed(String nothing) {
    InboxControl inbox = trigger("notViewedUntil");
    JsonNode link = link(publish(), until(DAY));
    JsonNode read = changeLink(link, "{onNotOpenedUntil: %s}".formatted(nothing));

    advance(DAY.multipliedBy(2));

    assertThat(read.at("/triggers/onNotOpenedUntil/enabled").booleanValue()).isFalse();
    assertThat(readLink(link).get("state").textValue()).startsWith("Active");
    assertThat(received(inbox)).isEmpty();
  }

  @Test
  void a_window_that_ends_while_the_link_is_disabled_is_told_to_nobody() {
    InboxControl inbox = trigger("notViewedUntil");
    JsonNode link = link(publish(), until(DAY));
    changeLink(link, "{newState: 'Disable'}");
    advance(DAY);

    assertThat(readLink(link).get("state").textValue()).isEqualTo("WithoutNewData");
    assertThat(changeLink(link, "{newState: 'Enable'}").get("state").textValue())
        .startsWith("Expired");
    assertThat(received(inbox)).isEmpty();
  }

  @Test
  void a_window_can_end_after_all_human_time() {
    emulator.clock().speed(1);
    JsonNode link = link(publish(), "onNotOpenedUntil: '9999-12-31T23:59:59Z'");
    emulator.clock().freeze();

    assertThat(readLink(link).get("state").textValue()).startsWith("Active");
  }

  @Test
  void a_trashed_publication_has_no_new_links_and_its_old_ones_go_with_it() {
    String publication = publish();
    String hashId = hashId(publication);
    JsonNode link = link(publication);
    VisitControl visit = open(link);
    api.delete("/fbonline/publication/" + publication).ok();

    api.post(LINKS, "{publicationUid: '%s'}".formatted(publication)).refused(404, "ObjectNotFound");
    api.post(LINKS, "{publicationHashId: '%s'}".formatted(hashId)).refused(404, "ObjectNotFound");
    assertThatThrownBy(() -> open(link)).isInstanceOf(Refusal.class);
    assertThat(readLink(link).get("state").textValue()).startsWith("Active");

    advance(Duration.ofDays(30));
    api.get(path(link)).refused(404, "ObjectNotFound");
    assertThat(api.get(LINKS).ok().json())
        .isEqualTo(json("{\"success\": true, \"total\": 0, \"userTotal\": 0, \"links\": []}"));
    visit.leave();
  }

  private String until(Duration fromNow) {
    return "onNotOpenedUntil: '%s'".formatted(emulator.clock().now().plus(fromNow));
  }
}
