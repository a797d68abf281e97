package io.github.flippingbookemulator.trigger;

import static io.github.flippingbookemulator.testkit.TriggerClient.TRIGGERS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.reader.VisitControl;
import io.github.flippingbookemulator.testkit.Api;
import io.github.flippingbookemulator.testkit.LinkClient;
import io.github.flippingbookemulator.testkit.PublicationClient;
import io.github.flippingbookemulator.testkit.TestEmulator;
import io.github.flippingbookemulator.testkit.TriggerClient;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Which triggers hear of an event: by scope, by way, by name. */
class TriggerScopeTest {
  private static final String[] ALL = EventName.names().toArray(new String[0]);

  @AutoClose private final Emulator emulator = Emulator.start(TestEmulator.IMMEDIATE);
  private final Api api = new Api(emulator);
  private final PublicationClient publications = new PublicationClient(emulator);
  private final LinkClient links = new LinkClient(emulator);
  private final TriggerClient triggers = new TriggerClient(emulator);

  @Test
  void each_scope_receives_what_belongs_to_it() {
    InboxControl account = emulator.inbox("account");
    InboxControl ofPublication = emulator.inbox("publication");
    InboxControl ofLink = emulator.inbox("link");
    triggers.create(account, "", ALL);
    String publication = publications.publish();
    JsonNode link = links.create(publication);
    JsonNode missed =
        links.create(
            publication,
            "onNotOpenedUntil: '%s'".formatted(emulator.clock().now().plus(Duration.ofHours(1))));
    triggers.create(ofPublication, limit("publication", publication), ALL);
    triggers.create(ofLink, limit("trackedlink", LinkClient.id(link)), ALL);
    triggers.create(ofLink, limit("trackedlink", LinkClient.id(missed)), ALL);

    VisitControl visit = links.open(link);
    visit.print();
    visit.download();
    visit.click("https://example.com/", 1);
    visit.submitLead("a@example.com");
    emulator.clock().advance(Duration.ZERO);
    emulator.clock().advance(Duration.ofHours(1));
    publications.addSource(publication);
    emulator.conversions().failNext("No.");
    publications.addSource(publication);
    api.delete("/fbonline/publication/" + publication).ok();

    assertThat(triggers.events(account))
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
    assertThat(triggers.events(ofPublication))
        .containsExactly("session", "print", "download", "link", "lead", "notViewedUntil");
    assertThat(triggers.events(ofLink)).containsExactly("session", "download", "notViewedUntil");
  }

  @Test
  void a_trigger_receives_events_of_its_own_publication_or_link_only() {
    InboxControl inbox = emulator.inbox("a");
    String publication = publications.publish();
    String other = publications.publish();
    JsonNode link = links.create(publication);
    triggers.create(inbox, limit("PUBLICATION", other), ALL);
    triggers.create(inbox, limit("TrackedLink", LinkClient.id(link)), ALL);

    emulator.readers().open(publications.hashId(publication));
    links.open(links.create(publication));

    assertThat(triggers.received(inbox)).isEmpty();
  }

  @Test
  void a_trigger_on_links_does_not_receive_plain_views() {
    InboxControl onLinks = emulator.inbox("links");
    InboxControl onPublications = emulator.inbox("publications");
    InboxControl onBoth = emulator.inbox("both");
    triggers.create(onLinks, ", triggerOn: ['TrackedLink']", ALL);
    triggers.create(onPublications, ", triggerOn: ['publication']", ALL);
    triggers.create(onBoth, ", triggerOn: ['publication', 'trackedlink']", ALL);
    String publication = publications.publish();
    JsonNode link = links.create(publication);

    emulator.readers().open(publications.hashId(publication)).submitLead("a@example.com");
    links.open(link).print();

    assertThat(triggers.events(onLinks)).containsExactly("session", "print");
    assertThat(triggers.events(onPublications))
        .containsExactly("created", "session", "lead", "session", "print");
    assertThat(triggers.events(onBoth)).isEqualTo(triggers.events(onPublications));
  }

  @Test
  void a_trigger_receives_the_events_it_names_and_a_change_keeps_the_rest() {
    InboxControl inbox = emulator.inbox("a");
    String publication = publications.publish();
    String id =
        triggers.create(
            inbox,
            limit("publication", publication) + ", triggerOn: ['trackedlink']",
            "print",
            "lead");
    JsonNode link = links.create(publication);
    links.open(link).print();
    assertThat(triggers.events(inbox)).containsExactly("print");

    api.post(TRIGGERS + "/" + id, "{trigger: {events: ['session']}}").ok();
    emulator.readers().open(publications.hashId(publication)).print();
    links.open(links.create(publications.publish())).print();
    links.open(link).print();
    assertThat(triggers.events(inbox)).containsExactly("print", "session");

    api.post(TRIGGERS + "/" + id, "{trigger: {limitTo: null, triggerOn: ['publication']}}").ok();
    emulator.readers().open(publications.hashId(publications.publish()));
    assertThat(triggers.events(inbox)).hasSize(3);
  }

  @Test
  void several_triggers_receive_the_same_event_once_each() {
    InboxControl inbox = emulator.inbox("a");
    triggers.create(inbox, "", "created");
    triggers.create(inbox, "", "created", "session");

    publications.publish();

    assertThat(triggers.events(inbox)).hasSize(2);
    assertThat(emulator.deliveries().all()).extracting(d -> d.triggerId()).doesNotHaveDuplicates();
  }

  private static String limit(String kind, String id) {
    return ", limitTo: {parentObject: '%s', parentObjectId: '%s'}".formatted(kind, id);
  }
}
