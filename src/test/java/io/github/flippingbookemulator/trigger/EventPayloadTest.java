package io.github.flippingbookemulator.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.reader.VisitControl;
import io.github.flippingbookemulator.testkit.Api;
import io.github.flippingbookemulator.testkit.Json;
import io.github.flippingbookemulator.testkit.LinkClient;
import io.github.flippingbookemulator.testkit.PublicationClient;
import io.github.flippingbookemulator.testkit.TestEmulator;
import io.github.flippingbookemulator.testkit.TriggerClient;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a webhook receives for each event, from the cause of that event. */
class EventPayloadTest {
  @AutoClose private final Emulator emulator = Emulator.start(TestEmulator.IMMEDIATE);
  private final Api api = new Api(emulator);
  private final PublicationClient publications = new PublicationClient(emulator);
  private final LinkClient links = new LinkClient(emulator);
  private final TriggerClient triggers = new TriggerClient(emulator);

  private InboxControl inbox;

  @BeforeEach
  void listen() {
    inbox =
        triggers.create(
            "created",
            "updated",
            "deleted",
            "convertationFailed",
            "session",
            "lead",
            "print",
            "link",
            "notViewedUntil",
            "download");
  }

  @Test
  void the_first_source_creates_and_a_later_one_updates() {
    String publication = publications.publish();
    String first =
        api.get("/fbonline/publication/" + publication + "/source").text("/sources/0/id");
    String second = publications.addSource(publication);

    assertReceived(
        ofPublication("created", publication, "{\"sourceId\": \"%s\"}".formatted(first)),
        ofPublication("updated", publication, "{\"sourceId\": \"%s\"}".formatted(second)));
    assertThat(inbox.messages())
        .allSatisfy(message -> assertThat(message.contentType()).isEqualTo("application/json"));
  }

  @Test
  void a_publication_is_deleted() {
    String publication = publications.publish();
    triggers.received(inbox);
    inbox.clear();

    api.delete("/fbonline/publication/" + publication).ok();

    assertReceived(ofPublication("deleted", publication, "{}"));
  }

  @Test
  void the_failure_of_the_only_source_comes_before_the_end_of_its_publication() {
    var created = api.post("/fbonline/publication", "{data: 'bm8gcGRm'}").ok();
    String publication = created.text("/id");

    emulator.clock().advance(Duration.ZERO);
    ObjectNode failed = (ObjectNode) triggers.received(inbox).get(0);
    String reason = failed.at("/additionalInfo/reason").textValue();
    assertThat(reason).isNotBlank();
    assertReceived(
        ofPublication(
            "convertationFailed",
            publication,
            "{\"sourceId\": \"%s\", \"reason\": \"%s\"}"
                .formatted(created.text("/createdSource/id"), reason)),
        ofPublication("deleted", publication, "{}"));
  }

  @Test
  void the_failure_of_a_later_source_is_reported_alone() {
    String publication = publications.publish();
    triggers.received(inbox);
    inbox.clear();
    emulator.conversions().failNext("The file is <broken> & \"bad\".");

    String source = publications.addSource(publication);

    assertReceived(
        ofPublication(
            "convertationFailed",
            publication,
            "{\"sourceId\": \"%s\", \"reason\": \"The file is <broken> & \\\"bad\\\".\"}"
                .formatted(source)));
  }

  @Test
  void what_readers_do_is_reported_about_the_publication() {
    String publication = publications.publish();
    triggers.received(inbox);
    inbox.clear();

    VisitControl visit = emulator.readers().open(publications.hashId(publication));
    visit.print();
    visit.print("2-3");
    visit.download();
    visit.click("https://example.com/?a=1&b='2'", 3);

    assertReceived(
        ofPublication(
            "session", publication, "{\"sessionId\": \"%s\"}".formatted(visit.session().id())),
        ofPublication("print", publication, "{\"pages\": \"1-3\"}"),
        ofPublication("print", publication, "{\"pages\": \"2-3\"}"),
        ofPublication("download", publication, "{\"pages\": \"1-3\"}"),
        ofPublication(
            "link", publication, "{\"url\": \"https://example.com/?a=1&b='2'\", \"page\": 3}"));
  }

  @Test
  void what_readers_do_through_a_link_is_reported_about_the_link() {
    String publication = publications.publish();
    JsonNode link = links.create(publication);
    triggers.received(inbox);
    inbox.clear();

    VisitControl visit = links.open(link);
    visit.print();
    visit.download();
    visit.click("https://example.com/", 1);
    visit.submitLead("ann@example.com");

    assertReceived(
        ofLink(
            "session",
            publication,
            link,
            "{\"sessionId\": \"%s\"}".formatted(visit.session().id())),
        ofLink("print", publication, link, "{\"pages\": \"1-3\"}"),
        ofLink("download", publication, link, "{\"pages\": \"1-3\"}"),
        ofLink("link", publication, link, "{\"url\": \"https://example.com/\", \"page\": 1}"),
        ofLink("lead", publication, link, lead("ann@example.com")));
  }

  @Test
  void a_lead_without_a_link_has_the_scope_of_a_link_all_the_same() {
    String publication = publications.publish();
    triggers.received(inbox);
    inbox.clear();
    VisitControl visit = emulator.readers().open(publications.hashId(publication));

    visit.submitLead("<b>Änn</b> & 'co'");
    visit.skipLead();

    ObjectNode filled = ofPublication("lead", publication, lead("<b>Änn</b> & 'co'"));
    filled.put("scope", "trackedLink").putNull("objectId");
    ObjectNode skipped =
        ofPublication(
            "lead",
            publication,
            "{\"uniqueKey\": \"Your email:2:\", \"data\": [], \"skipped\": true}");
    skipped.put("scope", "trackedLink").putNull("objectId");
    List<JsonNode> leads = triggers.received(inbox).subList(1, 3);
    assertThat(leads).containsExactly(filled, skipped);
    assertThat(leads.get(0).get("objectId").isNull()).isTrue();
  }

  @Test
  void a_link_is_not_opened_in_its_window() {
    String publication = publications.publish();
    Instant until = emulator.clock().now().plus(Duration.ofHours(1));
    JsonNode link = links.create(publication, "onNotOpenedUntil: '%s'".formatted(until));
    triggers.received(inbox);
    inbox.clear();

    emulator.clock().advance(Duration.ofDays(1));

    assertReceived(
        ofLink("notViewedUntil", publication, link, "{\"until\": \"%s\"}".formatted(until)));
  }

  @Test
  void through_a_link_only_the_first_ten_openings_are_reported() {
    String publication = publications.publish();
    JsonNode link = links.create(publication);
    for (int i = 0; i < 11; i++) {
      links.open(link);
    }
    links.change(link, "{newState: 'Disable'}");
    links.change(link, "{newState: 'Enable'}");
    links.open(link).print();
    emulator.readers().open(publications.hashId(publication));

    List<String> told = triggers.events(inbox);

    assertThat(told).filteredOn("session"::equals).hasSize(11);
    assertThat(told).endsWith("session", "print", "session");
    assertThat(links.read(link).at("/shortStats/fullStats/visits").intValue()).isEqualTo(12);
  }

  @Test
  void browsers_that_open_the_page_of_a_link_count_alike() throws Exception {
    JsonNode link = links.create(publications.publish());
    HttpClient browser = HttpClient.newHttpClient();
    String page = emulator.uri() + "/link/" + link.get("urlName").textValue();
    for (int i = 0; i < 11; i++) {
      HttpRequest get = HttpRequest.newBuilder(URI.create(page)).build();
      assertThat(browser.send(get, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    assertThat(triggers.events(inbox)).filteredOn("session"::equals).hasSize(10);
    assertThat(links.read(link).at("/shortStats/fullStats/visits").intValue()).isEqualTo(11);
  }

  private void assertReceived(JsonNode... bodies) {
    assertThat(triggers.received(inbox)).containsExactly(bodies);
  }

  private static ObjectNode ofPublication(String event, String publication, String info) {
    return body("publication", publication, event, publication, info);
  }

  private static ObjectNode ofLink(String event, String publication, JsonNode link, String info) {
    return body("trackedLink", LinkClient.id(link), event, publication, info);
  }

  private static ObjectNode body(
      String scope, String objectId, String event, String publication, String info) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("scope", scope).put("objectId", objectId).put("event", event);
    ((ObjectNode) body.set("additionalInfo", Json.parse(info)).get("additionalInfo"))
        .put("publicationId", publication)
        .put("infoType", event);
    return body;
  }

  private static String lead(String email) {
    return """
    {"uniqueKey": "Your email:2:%s", "data": [{"Name": "Your email", "Type": "Email", "Value": "%s"}],
     "skipped": false}
    """
        .formatted(email, email);
  }
}
