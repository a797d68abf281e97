package io.github.flippingbookemulator.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.flippingbookemulator.account.Plan;
import io.github.flippingbookemulator.testkit.Api;
import io.github.flippingbookemulator.testkit.Api.Reply;
import io.github.flippingbookemulator.testkit.WithEmulator;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The three calls about triggers. */
class TriggerCallsTest extends WithEmulator {
  private static final String ENDPOINT = "http://127.0.0.1:9/hook";

  @Test
  void a_trigger_is_made_changed_and_removed_by_its_id() {
    InboxControl first = emulator.inbox("first");
    InboxControl second = emulator.inbox("second");
    String id = trigger(first, "", "created");
    publish();
    assertThat(events(first)).containsExactly("created");

    Reply changed =
        api.post(TRIGGERS + "/" + id, "{trigger: {endpoint: '%s'}}".formatted(second.url()));
    assertThat(changed.ok().json())
        .isEqualTo(json("{\"success\": true, \"id\": \"%s\"}".formatted(id)));
    publish();
    assertThat(events(first)).hasSize(1);
    assertThat(events(second)).containsExactly("created");

    assertThat(api.delete(TRIGGERS + "/" + id).ok().json()).isEqualTo(changed.json());
    publish();
    assertThat(events(second)).hasSize(1);
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
    Reply refused = createTrigger(endpoint, "", "created");

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
    String id = createTrigger(ENDPOINT, "", "created").ok().text("/id");
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
    String publication = publish();
    JsonNode link = link(publication);
    String ofPublication = limit("Publication", publication);
    String ofLink = limit("trackedLink", id(link));

    createTrigger(ENDPOINT, ofPublication, "session").ok();
    createTrigger(ENDPOINT, ofLink, "session").ok();
    createTrigger(ENDPOINT, ", limitTo: null", "session").ok();
    createTrigger(ENDPOINT, limit("publication", id(link)), "session")
        .refused(404, "ObjectNotFound");
    createTrigger(ENDPOINT, limit("trackedlink", publication), "session")
        .refused(404, "ObjectNotFound");
    Api owner = api;
    api = stranger();
    createTrigger(ENDPOINT, ofPublication, "session").refused(404, "ObjectNotFound");
    createTrigger(ENDPOINT, ofLink, "session").refused(404, "ObjectNotFound");
    api = owner;
    changeLink(link, "{newState: 'Delete'}");
    createTrigger(ENDPOINT, ofLink, "session").refused(404, "ObjectNotFound");
    api.delete("/fbonline/publication/" + publication).ok();
    createTrigger(ENDPOINT, ofPublication, "session").refused(404, "ObjectNotFound");
  }

  @Test
  void accounts_see_nothing_of_each_others_triggers() {
    String id = createTrigger(ENDPOINT, "", "created").ok().text("/id");
    InboxControl inbox = trigger("created");
    Api stranger = stranger();

    stranger
        .post(TRIGGERS + "/" + id, "{trigger: {endpoint: '%s'}}".formatted(ENDPOINT))
        .refused(404, "ObjectNotFound");
    stranger.delete(TRIGGERS + "/" + id).refused(404, "ObjectNotFound");
    api = stranger;
    publish();
    assertThat(received(inbox)).isEmpty();
  }

  @Test
  void the_plan_limits_triggers_but_not_those_of_links() {
    String publication = publish();
    emulator.accounts().defaultAccount().plan(new Plan(9, 9, 1, true));
    link(publication);
    String id = createTrigger(ENDPOINT, "", "created").ok().text("/id");
    String older = "{events: ['created'], endpoint: '%s'}".formatted(ENDPOINT);

    createTrigger(ENDPOINT, "", "created").refused(403, "TriggerLimitExceeded");
    for (String path :
        new String[] {
          "/fbonline/webhook", "/fbonline/publication/" + publication + "/trigger", LINKS + "/hook"
        }) {
      api.post(path, older).refused(403, "TriggerLimitExceeded");
    }
    createTrigger(ENDPOINT, limit("publication", "none"), "created").refused(404, "ObjectNotFound");
    api.delete(TRIGGERS + "/" + id).ok();
    createTrigger(ENDPOINT, "", "created").ok();
  }

  @Test
  void what_goes_with_a_publication_makes_room_for_other_triggers() {
    String publication = publish();
    JsonNode link = link(publication);
    emulator.accounts().defaultAccount().plan(new Plan(9, 9, 2, true));
    String ofPublication =
        createTrigger(ENDPOINT, limit("publication", publication), "session").ok().text("/id");
    createTrigger(ENDPOINT, limit("trackedlink", id(link)), "session").ok();
    api.delete("/fbonline/publication/" + publication).ok();
    advance(Duration.ofDays(30));

    api.delete(TRIGGERS + "/" + ofPublication).refused(404, "ObjectNotFound");
    createTrigger(ENDPOINT, "", "session").ok();
    createTrigger(ENDPOINT, "", "session").ok();
    createTrigger(ENDPOINT, "", "session").refused(403, "TriggerLimitExceeded");
  }

  @Test
  void the_trigger_of_a_link_is_not_for_these_calls() {
    String id = link(publish()).get("triggerId").textValue();

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
