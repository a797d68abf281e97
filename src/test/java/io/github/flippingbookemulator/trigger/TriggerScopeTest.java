package io.github.flippingbookemulator.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.flippingbookemulator.reader.VisitControl;
import io.github.flippingbookemulator.testkit.WithEmulator;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Which triggers hear of an event: by scope, by way, by name. */
class TriggerScopeTest extends WithEmulator {
  private static final String[] ALL = EventName.names().toArray(new String[0]);

  @Test
  void each_scope_hears_of_what_reaches_it() {
    InboxControl account = emulator.inbox("account");
    InboxControl ofPublication = emulator.inbox("publication");
    InboxControl ofLink = emulator.inbox("link");
    trigger(account, "", ALL);
    String publication = publish();
    JsonNode link = link(publication);
    JsonNode missed =
        link(
            publication,
            "onNotOpenedUntil: '%s'".formatted(emulator.clock().now().plus(Duration.ofHours(1))));
    trigger(ofPublication, limit("publication", publication), ALL);
    trigger(ofLink, limit("trackedlink", id(link)), ALL);
    trigger(ofLink, limit("trackedlink", id(missed)), ALL);

    VisitControl visit = open(link);
    visit.print();
    visit.download();
    visit.click("https://example.com/", 1);
    visit.submitLead("a@example.com");
    settle();
    advance(Duration.ofHours(1));
    addSource(publication);
    emulator.conversions().failNext("No.");
    addSource(publication);
    api.delete("/fbonline/publication/" + publication).ok();

    assertThat(events(account))
        .containsExactly(
            "created",
            "session",
            "print",
            "download",
            "link",
            "lead",
            "notViewedUntil",
            "updated",
            "convertationFailed",
            "deleted");
    assertThat(events(ofPublication))
        .containsExactly("session", "print", "download", "link", "lead", "notViewedUntil");
    assertThat(events(ofLink)).containsExactly("session", "download", "notViewedUntil");
  }

  @Test
  void a_trigger_hears_of_its_own_publication_or_link_only() {
    InboxControl inbox = emulator.inbox("a");
    String publication = publish();
    String other = publish();
    JsonNode link = link(publication);
    trigger(inbox, limit("PUBLICATION", other), ALL);
    trigger(inbox, limit("TrackedLink", id(link)), ALL);

    emulator.readers().open(hashId(publication));
    open(link(publication));

    assertThat(received(inbox)).isEmpty();
  }

  @Test
  void a_trigger_on_links_does_not_hear_of_plain_views() {
    InboxControl onLinks = emulator.inbox("links");
    InboxControl onPublications = emulator.inbox("publications");
    InboxControl onBoth = emulator.inbox("both");
    trigger(onLinks, ", triggerOn: ['TrackedLink']", ALL);
    trigger(onPublications, ", triggerOn: ['publication']", ALL);
    trigger(onBoth, ", triggerOn: ['publication', 'trackedlink']", ALL);
    String publication = publish();
    JsonNode link = link(publication);

    emulator.readers().open(hashId(publication)).submitLead("a@example.com");
    open(link).print();

    assertThat(events(onLinks)).containsExactly("session", "print");
    assertThat(events(onPublications))
        .containsExactly("created", "session", "lead", "session", "print");
    assertThat(events(onBoth)).isEqualTo(events(onPublications));
  }

  @Test
  void a_trigger_hears_of_the_events_it_names_and_a_change_keeps_the_rest() {
    InboxControl inbox = emulator.inbox("a");
    String publication = publish();
    String id =
        trigger(
            inbox,
            limit("publication", publication) + ", triggerOn: ['trackedlink']",
            "print",
            "lead");
    JsonNode link = link(publication);
    open(link).print();
    assertThat(events(inbox)).containsExactly("print");

    api.post(TRIGGERS + "/" + id, "{trigger: {events: ['session']}}").ok();
    emulator.readers().open(hashId(publication)).print();
    open(link(publish())).print();
    open(link).print();
    assertThat(events(inbox)).containsExactly("print", "session");

    api.post(TRIGGERS + "/" + id, "{trigger: {limitTo: null, triggerOn: ['publication']}}").ok();
    emulator.readers().open(hashId(publish()));
    assertThat(events(inbox)).hasSize(3);
  }

  @Test
  void several_triggers_hear_of_the_same_event_each_once() {
    InboxControl inbox = emulator.inbox("a");
    trigger(inbox, "", "created");
    trigger(inbox, "", "created", "session");

    publish();

    assertThat(events(inbox)).hasSize(2);
    assertThat(emulator.deliveries().all()).extracting(d -> d.triggerId()).doesNotHaveDuplicates();
  }

  private static String limit(String kind, String id) {
    return ", limitTo: {parentObject: '%s', parentObjectId: '%s'}".formatted(kind, id);
  }
}
