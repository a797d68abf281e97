package io.github.flippingbookemulator.trigger;

import static io.github.flippingbookemulator.testkit.LinkClient.LINKS;
import static io.github.flippingbookemulator.testkit.TriggerClient.TRIGGERS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.account.Plan;
import io.github.flippingbookemulator.testkit.Api;
import io.github.flippingbookemulator.testkit.Api.Reply;
import io.github.flippingbookemulator.testkit.Json;
import io.github.flippingbookemulator.testkit.LinkClient;
import io.github.flippingbookemulator.testkit.PublicationClient;
import io.github.flippingbookemulator.testkit.TestEmulator;
import io.github.flippingbookemulator.testkit.TriggerClient;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The three calls about triggers. */
class TriggerCallsTest {
  private static final String ENDPOINT = "http://127.0.0.1:9/hook";

  @AutoClose private final Emulator emulator = Emulator.start(TestEmulator.IMMEDIATE);
  private final Api api = new Api(emulator);
  private final PublicationClient publications = new PublicationClient(emulator);
  private final LinkClient links = new LinkClient(emulator);
  private final TriggerClient triggers = new TriggerClient(emulator);

  @Test
  void a_trigger_is_made_changed_and_removed_by_its_id() {
    InboxControl first = emulator.inbox("first");
    InboxControl second = emulator.inbox("second");
    String id = triggers.create(first, "", "created");
    publications.publish();
    assertThat(triggers.events(first)).containsExactly("created");

    Reply changed =
        api.post(TRIGGERS + "/" + id, "{trigger: {endpoint: '%s'}}".formatted(second.url()));
    assertThat(changed.ok().json())
        .isEqualTo(Json.parse("{\"success\": true, \"id\": \"%s\"}".formatted(id)));
    publications.publish();
    assertThat(triggers.events(first)).hasSize(1);
    assertThat(triggers.events(second)).containsExactly("created");

    assertThat(api.delete(TRIGGERS + "/" + id).ok().json()).isEqualTo(changed.json());
    publications.publish();
    assertThat(triggers.events(second)).hasSize(1);
    api.delete(TRIGGERS + "/" + id).refused(404, "ObjectNotFound");
    api.post(TRIGGERS + "/" + id, "{trigger: {}}").refused(404, "ObjectNotFound");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://example.com/",
        "//example.com/hook",
        "/hook",
        "hook",
        "",
        "http:///hook",
        "http://exa mple.com",
        "http://example.com:70000/",
        "mailto:a@example.com"
      })
  void an_endpoint_is_an_absolute_http_address(String endpoint) {
    Reply refused = triggers.request(endpoint, "", "created");

    assertThat(refused.refused(500, "InternalError"))
        .startsWith("endpoint: received '" + endpoint + "'");
    assertThat(refused.json().has("error")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "events: ['viewed']",
        "events: ['Created']",
        "events: []",
        "events: null",
        "events: 'created'",
        "events: [1]",
        "triggerOn: ['folder']",
        "triggerOn: 'publication'",
        "limitTo: {parentObject: 'folder', parentObjectId: 'x'}",
        "limitTo: {parentObject: 'publication'}",
        "limitTo: {}",
        "limitTo: 'publication'",
        "endpoint: null",
        "endpoint: 7"
      })
  void one_broken_rule_is_one_error_that_names_the_property(String property) {
    String complete = "events: ['created'], endpoint: '%s', ".formatted(ENDPOINT);
    String id = triggers.request(ENDPOINT, "", "created").ok().text("/id");
    String name = property.substring(0, property.indexOf(':'));

    for (String path : new String[] {TRIGGERS, TRIGGERS + "/" + id}) {
      Reply refused = api.post(path, "{trigger: {%s%s}}".formatted(complete, property));
      assertThat(refused.refused(500, "InternalError")).startsWith(name + ":");
      assertThat(refused.json().has("error")).as(refused.json().toString()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "{trigger: null}", "{trigger: 'created'}", "{events: []}"})
  void a_body_without_the_trigger_object_is_one_error(String body) {
    Reply refused = api.post(TRIGGERS, body);

    assertThat(refused.refused(500, "InternalError")).startsWith("trigger:");
    assertThat(refused.json().has("error")).isTrue();
  }

  @Test
  void a_new_trigger_needs_events_and_endpoint_and_each_is_told() {
    Reply refused = api.post(TRIGGERS, "{trigger: {}}");

    refused.refused(500, "InternalError");
    assertThat(refused.json().at("/errors").findValuesAsText("message"))
        .satisfiesExactly(
            events -> assertThat(events).startsWith("events:").contains("convertationFailed"),
            endpoint -> assertThat(endpoint).startsWith("endpoint:"));
  }

  @Test
  void a_scope_names_something_of_the_account() {
    String publication = publications.publish();
    JsonNode link = links.create(publication);
    String ofPublication = limit("Publication", publication);
    String ofLink = limit("trackedLink", LinkClient.id(link));

    triggers.request(ENDPOINT, ofPublication, "session").ok();
    triggers.request(ENDPOINT, ofLink, "session").ok();
    triggers.request(ENDPOINT, ", limitTo: null", "session").ok();
    triggers
        .request(ENDPOINT, limit("publication", LinkClient.id(link)), "session")
        .refused(404, "ObjectNotFound");
    triggers
        .request(ENDPOINT, limit("trackedlink", publication), "session")
        .refused(404, "ObjectNotFound");
    TriggerClient stranger = new TriggerClient(emulator, Api.ofNewAccount(emulator));
    stranger.request(ENDPOINT, ofPublication, "session").refused(404, "ObjectNotFound");
    stranger.request(ENDPOINT, ofLink, "session").refused(404, "ObjectNotFound");
    links.change(link, "{newState: 'Delete'}");
    triggers.request(ENDPOINT, ofLink, "session").refused(404, "ObjectNotFound");
    api.delete("/fbonline/publication/" + publication).ok();
    triggers.request(ENDPOINT, ofPublication, "session").refused(404, "ObjectNotFound");
  }

  @Test
  void accounts_see_nothing_of_each_others_triggers() {
    String id = triggers.request(ENDPOINT, "", "created").ok().text("/id");
    InboxControl inbox = triggers.create("created");
    Api stranger = Api.ofNewAccount(emulator);

    stranger
        .post(TRIGGERS + "/" + id, "{trigger: {endpoint: '%s'}}".formatted(ENDPOINT))
        .refused(404, "ObjectNotFound");
    stranger.delete(TRIGGERS + "/" + id).refused(404, "ObjectNotFound");
    new PublicationClient(stranger).publish();
    assertThat(triggers.received(inbox)).isEmpty();
  }

  @Test
  void the_plan_limits_triggers_but_not_those_of_links() {
    String publication = publications.publish();
    emulator.accounts().defaultAccount().plan(new Plan(9, 9, 1, true));
    links.create(publication);
    String id = triggers.request(ENDPOINT, "", "created").ok().text("/id");
    String older = "{events: ['created'], endpoint: '%s'}".formatted(ENDPOINT);

    triggers.request(ENDPOINT, "", "created").refused(403, "TriggerLimitExceeded");
    for (String path :
        new String[] {
          "/fbonline/webhook", "/fbonline/publication/" + publication + "/trigger", LINKS + "/hook"
        }) {
      api.post(path, older).refused(403, "TriggerLimitExceeded");
    }
    triggers
        .request(ENDPOINT, limit("publication", "none"), "created")
        .refused(404, "ObjectNotFound");
    api.delete(TRIGGERS + "/" + id).ok();
    triggers.request(ENDPOINT, "", "created").ok();
  }

  @Test
  void what_goes_with_a_publication_makes_room_for_other_triggers() {
    String publication = publications.publish();
    JsonNode link = links.create(publication);
    emulator.accounts().defaultAccount().plan(new Plan(9, 9, 2, true));
    String ofPublication =
        triggers.request(ENDPOINT, limit("publication", publication), "session").ok().text("/id");
    triggers.request(ENDPOINT, limit("trackedlink", LinkClient.id(link)), "session").ok();
    api.delete("/fbonline/publication/" + publication).ok();
    emulator.clock().advance(Duration.ofDays(30));

    api.delete(TRIGGERS + "/" + ofPublication).refused(404, "ObjectNotFound");
    triggers.request(ENDPOINT, "", "session").ok();
    triggers.request(ENDPOINT, "", "session").ok();
    triggers.request(ENDPOINT, "", "session").refused(403, "TriggerLimitExceeded");
  }

  @Test
  void the_trigger_of_a_link_is_not_for_these_calls() {
    String id = links.create(publications.publish()).get("triggerId").textValue();

    assertThat(
            api.post(TRIGGERS + "/" + id, "{trigger: {events: ['session']}}")
                .refused(500, "InternalError"))
        .contains(id);
    api.delete(TRIGGERS + "/" + id).refused(500, "InternalError");
  }

  private static String limit(String kind, String id) {
    return ", limitTo: {parentObject: '%s', parentObjectId: '%s'}".formatted(kind, id);
  }
}
