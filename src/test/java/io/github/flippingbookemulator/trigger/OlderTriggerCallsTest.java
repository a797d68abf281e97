package io.github.flippingbookemulator.trigger;

import static io.github.flippingbookemulator.testkit.LinkClient.LINKS;
import static io.github.flippingbookemulator.testkit.TriggerClient.TRIGGERS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.testkit.Api;
import io.github.flippingbookemulator.testkit.Api.Reply;
import io.github.flippingbookemulator.testkit.Json;
import io.github.flippingbookemulator.testkit.LinkClient;
import io.github.flippingbookemulator.testkit.PublicationClient;
import io.github.flippingbookemulator.testkit.TestEmulator;
import io.github.flippingbookemulator.testkit.TriggerClient;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The older calls about triggers, which manage the same triggers. */
class OlderTriggerCallsTest {
  private static final String WEBHOOK = "/fbonline/webhook";
  private static final String HOOK = LINKS + "/hook";

  @AutoClose private final Emulator emulator = Emulator.start(TestEmulator.IMMEDIATE);
  private final Api api = new Api(emulator);
  private final PublicationClient publications = new PublicationClient(emulator);
  private final LinkClient links = new LinkClient(emulator);
  private final TriggerClient triggers = new TriggerClient(emulator);

  @Test
  void triggers_of_the_account_are_listed_made_changed_and_removed() {
    InboxControl inbox = emulator.inbox("a");
    assertThat(api.get(WEBHOOK).ok().at("/webhooks")).isEmpty();

    String id = api.post(WEBHOOK, body("Mine", inbox, "created', 'updated")).ok().text("/id");
    links.create(publications.publish());
    assertThat(triggers.events(inbox)).containsExactly("created");
    assertThat(api.get(WEBHOOK).ok().at("/webhooks"))
        .isEqualTo(
            Json.parse(
                """
                [{"id": "%s", "name": "Mine", "endpoint": "%s", "events": ["created", "updated"]}]
                """
                    .formatted(id, inbox.url())));

    api.post(WEBHOOK + "/" + id, "{events: ['lead'], name: null}").ok();
    assertThat(api.get(WEBHOOK).ok().at("/webhooks"))
        .isEqualTo(
            Json.parse(
                "[{\"id\": \"%s\", \"endpoint\": \"%s\", \"events\": [\"lead\"]}]"
                    .formatted(id, inbox.url())));
    api.post(TRIGGERS + "/" + id, "{trigger: {events: ['print']}}").ok();
    assertThat(api.get(WEBHOOK).text("/webhooks/0/events/0")).isEqualTo("print");

    assertThat(api.delete(WEBHOOK + "/" + id).ok().json())
        .isEqualTo(Json.parse("{\"success\": true}"));
    assertThat(api.get(WEBHOOK).ok().at("/webhooks")).isEmpty();
    api.delete(WEBHOOK + "/" + id).refused(404, "ObjectNotFound");
  }

  @Test
  void triggers_of_a_publication_are_its_own() {
    InboxControl inbox = emulator.inbox("a");
    String one = publications.publish();
    String other = publications.publish();
    String own = "/fbonline/publication/" + one + "/trigger";
    String foreign = "/fbonline/publication/" + other + "/trigger";

    String id = api.post(own, body("Mine", inbox, "session")).ok().text("/id");
    assertThat(api.get(own).ok().text("/webhooks/0/id")).isEqualTo(id);
    assertThat(api.get(foreign).ok().at("/webhooks")).isEmpty();
    assertThat(api.get(WEBHOOK).ok().at("/webhooks")).isEmpty();
    emulator.readers().open(publications.hashId(other));
    assertThat(triggers.received(inbox)).isEmpty();
    emulator.readers().open(publications.hashId(one));
    assertThat(triggers.events(inbox)).containsExactly("session");

    api.post(foreign + "/" + id, "{name: 'A'}").refused(404, "ObjectNotFound");
    api.delete(foreign + "/" + id).refused(404, "ObjectNotFound");
    api.delete(WEBHOOK + "/" + id).refused(404, "ObjectNotFound");
    assertThat(api.post(own + "/" + id, "{name: 'A'}").ok().text("/id")).isEqualTo(id);
    assertThat(api.get(own).text("/webhooks/0/name")).isEqualTo("A");
    assertThat(api.delete(own + "/" + id).ok().json()).isEqualTo(Json.parse("{\"success\": true}"));
    api.get("/fbonline/publication/none/trigger").refused(404, "ObjectNotFound");
  }

  @Test
  void the_link_to_its_triggers_in_a_publication_leads_to_the_list() {
    String publication = publications.publish();
    api.post(
            "/fbonline/publication/" + publication + "/trigger",
            body("Mine", emulator.inbox("a"), "session"))
        .ok();

    for (JsonNode link : api.get("/fbonline/publication/" + publication).at("/publication/links")) {
      if (link.get("rel").textValue().equals("fbonline/triggers")) {
        assertThat(api.follow("GET", link.get("href").textValue()).ok().at("/webhooks")).hasSize(1);
        return;
      }
    }
    throw new AssertionError("the publication has no link to its triggers");
  }

  @Test
  void the_trigger_of_a_link_is_not_listed() {
    String publication = publications.publish();
    String id = links.create(publication).get("triggerId").textValue();

    assertThat(api.get(WEBHOOK).ok().at("/webhooks")).isEmpty();
    assertThat(api.get("/fbonline/publication/" + publication + "/trigger").at("/webhooks"))
        .isEmpty();
    api.post(WEBHOOK + "/" + id, "{name: 'A'}").refused(404, "ObjectNotFound");
    api.delete(WEBHOOK + "/" + id).refused(404, "ObjectNotFound");
  }

  @Test
  void without_an_endpoint_nothing_can_be_delivered() {
    String publication = publications.publish();
    String own = "/fbonline/publication/" + publication + "/trigger";
    String id = api.post(own, "{name: 'Mine', events: ['session']}").ok().text("/id");
    api.post(own + "/" + id, "{endpoint: null}").ok();

    emulator.readers().open(publications.hashId(publication));
    emulator.settle();

    assertThat(emulator.deliveries().all())
        .singleElement()
        .matches(delivery -> delivery.state() == Delivery.State.UNDELIVERABLE)
        .matches(delivery -> delivery.endpoint() == null);
    api.post(TRIGGERS, "{trigger: {events: ['session']}}").refused(500, "InternalError");
  }

  @Test
  void a_new_trigger_needs_events_here_as_well() {
    for (String path : new String[] {WEBHOOK, HOOK}) {
      assertThat(api.post(path, "{}").refused(500, "InternalError")).startsWith("events: ");
      assertThat(
              api.post(path, "{events: ['nope'], endpoint: 'http://127.0.0.1:9/'}")
                  .refused(500, "InternalError"))
          .startsWith("events: received 'nope'");
    }
  }

  @Test
  void a_hook_without_a_link_receives_what_comes_through_any_link() {
    InboxControl inbox = emulator.inbox("a");
    String publication = publications.publish();
    JsonNode link = links.create(publication);

    String id = api.post(HOOK, body("Zap", inbox, "session")).ok().text("/uid");
    emulator.readers().open(publications.hashId(publication));
    assertThat(triggers.received(inbox)).isEmpty();
    links.open(link);
    assertThat(triggers.events(inbox)).containsExactly("session");
    assertThat(api.delete(HOOK + "/" + id).ok().json())
        .isEqualTo(Json.parse("{\"success\": true}"));
    links.open(link);
    assertThat(triggers.events(inbox)).hasSize(1);
    api.delete(HOOK + "/" + id).refused(404, "ObjectNotFound");
  }

  @Test
  void the_hook_of_a_link_gives_its_trigger_an_endpoint_and_takes_it_away() {
    InboxControl inbox = emulator.inbox("a");
    JsonNode link =
        links.create(publications.publish(), "notificationType: 'Zapier', onViewTrigger: true");
    String hook = HOOK + "/" + link.get("triggerId").textValue();

    Reply set = api.post(hook, "{endpoint: '%s'}".formatted(inbox.url())).ok();
    assertThat(set.text("/uid")).isEqualTo(link.get("triggerId").textValue());
    links.open(link);
    assertThat(triggers.events(inbox)).containsExactly("session");

    api.post(hook, "{endpoint: null, events: null}").ok();
    links.open(link);
    assertThat(triggers.events(inbox)).hasSize(1);
    api.post(hook, body("Zap", inbox, "session")).ok();
    links.open(link);
    assertThat(triggers.events(inbox)).hasSize(2);
    assertThat(api.delete(hook).ok().json()).isEqualTo(Json.parse("{\"success\": true}"));
    links.open(link);
    assertThat(triggers.events(inbox)).hasSize(2);
    api.post(hook, "{endpoint: 'nowhere'}").refused(500, "InternalError");
    Api.ofNewAccount(emulator).delete(hook).refused(404, "ObjectNotFound");
  }

  @Test
  void the_calls_for_links_do_not_reach_other_triggers() {
    InboxControl inbox = emulator.inbox("a");
    String ordinary = triggers.create(inbox, "", "created");
    String hook = api.post(HOOK, body("Mine", inbox, "session")).ok().text("/uid");

    api.post(HOOK + "/" + ordinary, "{events: null, endpoint: null}")
        .refused(404, "ObjectNotFound");
    api.delete(HOOK + "/" + ordinary).refused(404, "ObjectNotFound");
    api.post(HOOK + "/" + hook, "{events: null, endpoint: null}").refused(500, "InternalError");
    api.post(HOOK + "/" + hook, "{events: ['lead']}").ok();

    assertThat(api.get(WEBHOOK).ok().text("/webhooks/0/endpoint"))
        .isEqualTo(inbox.url().toString());
    assertThat(api.get(WEBHOOK).ok().text("/webhooks/1/events/0")).isEqualTo("lead");
    api.delete(HOOK + "/" + hook).ok();
  }

  private static String body(String name, InboxControl inbox, String events) {
    return "{name: '%s', endpoint: '%s', events: ['%s']}".formatted(name, inbox.url(), events);
  }
}
