package io.github.flippingbookemulator.internal.compare;

import static io.github.flippingbookemulator.internal.compare.Probe.writes;
import static io.github.flippingbookemulator.internal.compare.Steps.LINKS;
import static io.github.flippingbookemulator.internal.compare.Steps.PUBLICATIONS;
import static io.github.flippingbookemulator.internal.compare.Steps.TRIGGERS;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.flippingbookemulator.internal.fidelity.Statement;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Publications, links and triggers that probes make, and remove. */
final class WriteProbes {
  private static final String CREATE = "POST /fbonline/publication";

  private WriteProbes() {}

  static List<Probe> all() {
    return List.of(
        writes(
            CREATE,
            WriteProbes::life,
            Statement.PUBLICATION_DEFAULTS,
            Statement.PUBLICATION_STATE_CONVERTED,
            Statement.SOURCE_LAST_PDF_NAME,
            Statement.PUBLICATION_TRASHED,
            Statement.PUBLICATION_TRASHED_WRITES),
        writes(CREATE, WriteProbes::untitled, Statement.PUBLICATION_WITHOUT_NAME),
        writes(
            "POST /fbonline/publication/{id}",
            WriteProbes::names,
            Statement.GENERAL_NAMES_ANY_CASE,
            Statement.GENERAL_UNKNOWN_PROPERTIES),
        writes(
            "POST /fbonline/publication/{id}/customize",
            WriteProbes::customize,
            Statement.CUSTOMIZE_LOGO,
            Statement.CUSTOMIZE_UNKNOWN_MODE),
        writes(
            "POST /fbonline/publication/{id}/source",
            WriteProbes::source,
            Statement.SOURCE_NEITHER_URL_NOR_DATA),
        writes(
            "POST /fbonline/tracked_links",
            WriteProbes::link,
            Statement.LINK_WITHOUT_TITLE,
            Statement.LINK_URL_NAME,
            Statement.LINK_BOTH_VIEW_TRIGGERS,
            Statement.LINK_NO_PUBLICATION),
        writes(
            "PUT /fbonline/tracked_links/{linkId}",
            WriteProbes::linkStates,
            Statement.LINK_DISABLED,
            Statement.LINK_DELETED),
        writes(
            "POST /fbonline/triggers",
            WriteProbes::badTriggers,
            Statement.TRIGGER_BAD_VALUES,
            Statement.ERRORS_SEVERAL),
        writes(
            "POST /fbonline/publication/{id}/trigger",
            WriteProbes::olderTriggers,
            Statement.TRIGGER_LIMIT_ABSENT,
            Statement.TRIGGER_OLDER_CALLS),
        new Probe(
            "POST /fbonline/triggers",
            Probe.Need.EVENTS,
            List.of(Statement.EVENT_BODY),
            WriteProbes::event));
  }

  private static void life(Steps steps) {
    JsonNode created = steps.createPublication(Map.of());
    String id = id(created);
    JsonNode publication = steps.converted(id);
    steps.observe(Statement.PUBLICATION_STATE_CONVERTED, publication.path("state").asText());
    Map<String, Object> defaults = new LinkedHashMap<>();
    for (String each : List.of("seoEnabled", "isDemoPublication", "customizationOptions")) {
      defaults.put(each, publication.path(each));
    }
    steps.observe(Statement.PUBLICATION_DEFAULTS, defaults);
    steps.observe(
        Statement.SOURCE_LAST_PDF_NAME,
        publication.path("lastPdfName").asText().equals(publication.path("name").asText() + ".pdf")
            ? "the file name"
            : "another");
    String path = PUBLICATIONS + "/" + id;
    steps.remove(path);
    Reply reply = steps.get(path);
    boolean trashed = reply.json().at("/publication/state").asText().contains("Trashed");
    steps.observe(Statement.PUBLICATION_TRASHED, trashed ? "can be read, Trashed" : reply.code());
    steps.observe(
        Statement.PUBLICATION_TRASHED_WRITES, steps.post(path, "{\"description\":\"a\"}").code());
  }

  private static void untitled(Steps steps) {
    JsonNode created = steps.createPublication(Map.of("name", ""));
    String name = publication(steps, id(created)).path("name").asText();
    steps.observe(
        Statement.PUBLICATION_WITHOUT_NAME, name.endsWith(".pdf") ? "with .pdf" : "without");
  }

  private static void names(Steps steps) {
    String path = PUBLICATIONS + "/" + id(steps.createPublication(Map.of()));
    steps.post(path, "{\"DESCRIPTION\":\"upper\"}");
    steps.observe(
        Statement.GENERAL_NAMES_ANY_CASE,
        steps.get(path).ok("the publication").at("/publication/description").asText());
    steps.observe(
        Statement.GENERAL_UNKNOWN_PROPERTIES, steps.post(path, "{\"flavor\":\"sweet\"}").error());
  }

  private static void customize(Steps steps) {
    String path = PUBLICATIONS + "/" + id(steps.createPublication(Map.of())) + "/customize";
    for (String logo : List.of("https://example.com/", "")) {
      JsonNode answer = steps.post(path, "{\"logoUrl\":\"" + logo + "\"}").ok("the logo");
      JsonNode options = answer.at("/publication/customizationOptions");
      steps.observe(
          Statement.CUSTOMIZE_LOGO,
          List.of(options.path("companyLogoEnabled"), options.path("companyLogoUrl")));
    }
    steps.observe(
        Statement.CUSTOMIZE_UNKNOWN_MODE,
        steps.post(path, "{\"setPasswordProtection\":\"sometimes\"}").error());
  }

  private static void source(Steps steps) {
    String path = PUBLICATIONS + "/" + id(steps.createPublication(Map.of())) + "/source";
    steps.observe(Statement.SOURCE_NEITHER_URL_NOR_DATA, steps.post(path, "{}").error());
  }

  private static void link(Steps steps) {
    JsonNode publication = steps.createPublication(Map.of());
    steps.converted(id(publication));
    JsonNode link =
        steps.createLink(
            id(publication), Map.of("onViewTriggerSingle", true, "onViewTrigger", true));
    String name = publication(steps, id(publication)).path("name").asText();
    String title = link.path("title").asText();
    steps.observe(
        Statement.LINK_WITHOUT_TITLE,
        title.equals(name) ? "the name" : "another of " + title.length());
    String urlName = link.path("urlName").asText();
    String form = urlName.matches("\\d+") ? " digits" : " characters";
    steps.observe(Statement.LINK_URL_NAME, urlName.length() + form);
    steps.observe(Statement.LINK_BOTH_VIEW_TRIGGERS, link.at("/triggers/onView"));
    steps.observe(
        Statement.LINK_NO_PUBLICATION, steps.tryToCreate(LINKS, "{\"title\":\"a\"}").error());
  }

  private static void linkStates(Steps steps) {
    JsonNode publication = steps.createPublication(Map.of());
    steps.converted(id(publication));
    String path = LINKS + "/" + id(steps.createLink(id(publication), Map.of("title", "a")));
    JsonNode disabled = put(steps, path, "Disable").ok("the link").at("/links/0/state");
    steps.observe(
        Statement.LINK_DISABLED, disabled.asText().contains("Active") ? "Active" : "not Active");
    put(steps, path, "Delete").ok("the link");
    JsonNode all =
        steps
            .get(LINKS + "?publication-uid=" + id(publication))
            .ok("the list of links")
            .path("links");
    steps.observe(
        Statement.LINK_DELETED,
        all.isEmpty()
            ? "left out"
            : all.at("/0/state").asText().contains("Deleted") ? "Deleted" : "there");
  }

  private static Reply put(Steps steps, String path, String state) {
    byte[] body = ("{\"newState\":\"" + state + "\"}").getBytes(StandardCharsets.UTF_8);
    return steps.send(ApiRequest.of("PUT", path).body(body));
  }

  private static void badTriggers(Steps steps) {
    steps.observe(
        Statement.TRIGGER_BAD_VALUES,
        steps.tryToCreate(TRIGGERS, trigger("[\"thunder\"]", steps.unusedEndpoint())).error());
    JsonNode several = steps.tryToCreate(TRIGGERS, trigger("[\"thunder\"]", "nowhere")).json();
    steps.observe(
        Statement.ERRORS_SEVERAL,
        several.has("errors") ? "errors" : several.has("error") ? "error" : "neither");
  }

  private static void olderTriggers(Steps steps) {
    Reply created = steps.tryToCreate(TRIGGERS, trigger("[\"session\"]", steps.unusedEndpoint()));
    String id = id(created.ok("the new trigger"));
    JsonNode listed = steps.get("/fbonline/webhook").ok("the older list").path("webhooks");
    boolean found = false;
    for (JsonNode each : listed) {
      found |= id(each).equals(id);
    }
    String seen = found ? "is in the older list" : "is not in the older list";
    steps.observe(Statement.TRIGGER_LIMIT_ABSENT, "as the account's, it " + seen);
    steps.observe(Statement.TRIGGER_OLDER_CALLS, seen);
    steps.remove(TRIGGERS + "/" + id);
  }

  private static void event(Steps steps) {
    Reply trigger = steps.tryToCreate(TRIGGERS, trigger("[\"created\"]", steps.inboxUrl()));
    String triggerId = id(trigger.ok("the new trigger"));
    String id = id(steps.createPublication(Map.of()));
    String body = steps.notification(id);
    steps.observe(
        Statement.EVENT_BODY, new Reply(200, "", body.getBytes(StandardCharsets.UTF_8)).json());
    steps.remove(TRIGGERS + "/" + triggerId);
  }

  private static String trigger(String events, String endpoint) {
    return "{\"trigger\":{\"triggerOn\":[\"publication\"],\"events\":%s,\"endpoint\":\"%s\"}}"
        .formatted(events, endpoint);
  }

  private static JsonNode publication(Steps steps, String id) {
    return steps.get(PUBLICATIONS + "/" + id).ok("the publication").path("publication");
  }

  private static String id(JsonNode object) {
    return object.path("id").asText();
  }
}
