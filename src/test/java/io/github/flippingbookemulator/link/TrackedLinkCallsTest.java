package io.github.flippingbookemulator.link;

import static io.github.flippingbookemulator.testkit.LinkClient.LINKS;
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
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The four calls about tracked links. */
class TrackedLinkCallsTest {
  @AutoClose private final Emulator emulator = Emulator.start(TestEmulator.IMMEDIATE);
  private final Api api = new Api(emulator);
  private final PublicationClient publications = new PublicationClient(emulator);
  private final LinkClient links = new LinkClient(emulator);

  @Test
  void a_new_link_shows_all_its_properties() {
    String publication = publications.publish();

    Reply created = api.post(LINKS, "{publicationUid: '%s'}".formatted(publication)).ok();

    JsonNode link = created.at("/links/0");
    assertThat(created.json())
        .isEqualTo(
            Json.parse(
                """
                {"success": true, "total": 1, "userTotal": 1, "links": [{
                  "id": "%s", "title": "Spring", "state": "Active, WithoutNewData",
                  "createdAt": "%s", "urlName": "%s", "triggerId": "%s",
                  "shortStats": {"fullStats": {"viewDuration": 0, "visits": 0},
                                 "sinceLastUpdate": {"viewDuration": 0, "visits": 0}},
                  "publication": {"id": {"id": "%s", "hashId": "%s"},
                                  "title": "Spring", "url": "%s"},
                  "triggers": {"onView": {"enabled": false, "amount": 0},
                               "onDownload": {"enabled": false},
                               "onNotOpenedUntil": {"enabled": false},
                               "triggerVia": "Email"}}]}
                """
                    .formatted(
                        LinkClient.id(link),
                        emulator.clock().now(),
                        link.get("urlName").textValue(),
                        link.get("triggerId").textValue(),
                        publication,
                        publications.hashId(publication),
                        publications.canonicalLink(publication))));
    assertThat(api.get(LinkClient.path(link)).ok().json()).isEqualTo(created.json());
  }

  @Test
  void each_way_of_naming_the_publication_works_alone_and_together() {
    String id = publications.publish();
    String hashId = publications.hashId(id);
    String url = publications.canonicalLink(id);
    String dashed = id.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");

    for (String naming :
        new String[] {
          "publicationUid: '" + id + "'",
          "publicationUid: '" + dashed + "'",
          "publicationHashId: '" + hashId + "'",
          "PublicationHashid: '" + hashId + "'",
          "publicationUrl: '" + url + "'",
          "publicationUid: '%s', publicationHashId: '%s', publicationUrl: '%s'"
              .formatted(id, hashId, url)
        }) {
      assertThat(api.post(LINKS, "{" + naming + "}").ok().text("/links/0/publication/id/id"))
          .as(naming)
          .isEqualTo(id);
    }
  }

  @Test
  void a_link_needs_one_publication_and_only_one() {
    String one = publications.publish();
    String other = publications.hashId(publications.publish());

    assertThat(api.post(LINKS, "{title: 'A'}").refused(500, "InternalError"))
        .contains("publicationUid", "publicationHashId", "publicationUrl");
    api.post(LINKS, "{publicationUid: '%s', publicationHashId: '%s'}".formatted(one, other))
        .refused(500, "InternalError");
    api.post(LINKS, "{publicationHashId: '000000000'}").refused(404, "ObjectNotFound");
    api.post(LINKS, "{publicationUid: '%s', publicationHashId: '000000000'}".formatted(one))
        .refused(404, "ObjectNotFound");
    assertThat(api.get(LINKS).ok().at("/userTotal").intValue()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "onNotOpenedUntil: true",
        "onNotOpenedUntil: 'true'",
        "onNotOpenedUntil: 'tomorrow'",
        "onNotOpenedUntil: 0",
        "onNotOpenedUntil: {}",
        "onNotOpenedUntil: []",
        "notificationType: 'Fax'",
        "onViewTrigger: 'often'",
        "title: 7"
      })
  void a_value_of_the_wrong_kind_is_refused_by_name(String property) {
    String publication = publications.publish();

    String message =
        api.post(LINKS, "{publicationUid: '%s', %s}".formatted(publication, property))
            .refused(500, "InternalError");

    assertThat(message).startsWith(property.substring(0, property.indexOf(':')));
  }

  @ParameterizedTest
  @CsvSource({
    "2030-01-01T10:00:00Z, 2030-01-01T10:00:00.000000Z",
    "2030-01-01T10:00:00, 2030-01-01T10:00:00.000000Z",
    "2030-01-01T10:00, 2030-01-01T10:00:00.000000Z",
    "2030-01-01, 2030-01-01T00:00:00.000000Z",
    "2030-01-01T10:00:00.5+0200, 2030-01-01T08:00:00.500000Z",
    "2030-01-01T10:00:00+02:00, 2030-01-01T08:00:00.000000Z",
    "2030-01-01T10:00:00+0000, 2030-01-01T10:00:00.000000Z",
    "2030-01-01T10:00:00-02, 2030-01-01T12:00:00.000000Z",
    "2030-01-01t10:00:00z, 2030-01-01T10:00:00.000000Z"
  })
  void a_time_may_have_any_usual_form_of_iso_8601(String sent, String read) {
    JsonNode alerts = alerts(publications.publish(), "onNotOpenedUntil: '" + sent + "'");

    assertThat(alerts.at("/onNotOpenedUntil/until").textValue()).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource({
    "true, a date such as 2026-12-01",
    "\"tomorrow\", a date such as 2026-12-01",
    "\"10:00:00Z\", the date before the time",
    "\"2030-01-01 10:00:00\", the T between date and time",
    "\"2030-01-01T\", a time that there is after the T",
    "\"2030-01-01T25:00:00Z\", a time that there is after the T",
    "\"2030-02-30\", a date that there is"
  })
  void the_refusal_of_a_time_names_what_is_missing(String sent, String missing) {
    String body = "{publicationUid: '%s', onNotOpenedUntil: %s}";

    assertThat(
            api.post(LINKS, body.formatted(publications.publish(), sent))
                .refused(500, "InternalError"))
        .contains("what is missing is " + missing);
  }

  @Test
  void several_broken_rules_are_told_at_once() {
    Reply refused = api.post(LINKS, "{onDownload: 'maybe', onNotOpenedUntil: true}");

    refused.refused(500, "InternalError");
    assertThat(refused.at("/errors")).hasSize(3);
  }

  @Test
  void settings_become_alerts() {
    String publication = publications.publish();

    assertThat(alerts(publication, "onViewTriggerSingle: true").at("/onView"))
        .isEqualTo(Json.parse("{\"enabled\": true, \"amount\": 1}"));
    assertThat(alerts(publication, "onViewTrigger: true").at("/onView"))
        .isEqualTo(Json.parse("{\"enabled\": true, \"amount\": 10}"));
    assertThat(
            alerts(publication, "onViewTriggerSingle: true, onViewTrigger: 'true'").at("/onView"))
        .isEqualTo(Json.parse("{\"enabled\": true, \"amount\": 10}"));
    assertThat(alerts(publication, "onDownload: true, notificationType: 'Zapier'"))
        .isEqualTo(
            Json.parse(
                """
                {"onView": {"enabled": false, "amount": 0}, "onDownload": {"enabled": true},
                 "onNotOpenedUntil": {"enabled": false}, "triggerVia": "Zapier"}
                """));
    assertThat(
            alerts(publication, "onNotOpenedUntil: '2030-01-01T02:00:00+02:00'")
                .at("/onNotOpenedUntil"))
        .isEqualTo(Json.parse("{\"enabled\": true, \"until\": \"2030-01-01T00:00:00.000000Z\"}"));
  }

  @Test
  void a_setting_that_is_omitted_on_a_change_stays() {
    JsonNode link =
        links.create(
            publications.publish(), "onViewTriggerSingle: true, onViewTrigger: true, title: 'A'");

    JsonNode changed = links.change(link, "{onViewTrigger: false}");

    assertThat(changed.at("/triggers/onView/amount").intValue()).isEqualTo(1);
    assertThat(changed.at("/title").textValue()).isEqualTo("A");
    assertThat(links.change(link, "{}")).isEqualTo(changed);
    assertThat(links.change(link, "{onViewTriggerSingle: false}").at("/triggers/onView/amount"))
        .isEqualTo(Json.parse("0"));
  }

  @Test
  void a_link_can_be_changed_to_another_publication() {
    JsonNode link = links.create(publications.publish("Old"));
    String other = publications.publish("New");

    JsonNode moved =
        links.change(link, "{publicationHashId: '%s'}".formatted(publications.hashId(other)));

    assertThat(moved.at("/publication/title").textValue()).isEqualTo("New");
    assertThat(moved.at("/title").textValue()).isEqualTo("Old");
    assertThat(moved.get("urlName")).isEqualTo(link.get("urlName"));
    api.put(LinkClient.path(link), "{publicationUid: 'none'}").refused(404, "ObjectNotFound");
  }

  @Test
  void filters_have_to_be_met_all() {
    String spring = publications.publish("Spring");
    String autumn = publications.publish("Autumn");
    links.create(spring, "title: 'For Ann'");
    links.create(spring, "title: 'For Bob'");
    links.create(autumn, "title: 'For Ann'");

    assertThat(total("?title=Ann")).isEqualTo(2);
    assertThat(total("?title=ann")).isZero();
    assertThat(total("?publication-uid=" + spring)).isEqualTo(2);
    assertThat(total("?publication-hashid=" + publications.hashId(autumn))).isEqualTo(1);
    assertThat(total("?publication-url=" + publications.canonicalLink(spring))).isEqualTo(2);
    assertThat(total("?title=Ann&publication-uid=" + spring)).isEqualTo(1);
    assertThat(
            total(
                "?publication-uid="
                    + spring
                    + "&publication-hashid="
                    + publications.hashId(autumn)))
        .isZero();
    assertThat(api.get(LINKS + "?title=Ann").at("/userTotal").intValue()).isEqualTo(3);
  }

  @Test
  void a_list_comes_in_pages_of_ten_oldest_first() {
    String publication = publications.publish();
    IntStream.range(0, 12).forEach(i -> links.create(publication, "title: 'T%02d'".formatted(i)));

    Reply first = api.get(LINKS).ok();
    assertThat(first.at("/total").intValue()).isEqualTo(12);
    assertThat(first.json().at("/links").findValuesAsText("createdAt")).hasSize(10);
    assertThat(first.text("/links/0/title")).isEqualTo("T00");
    Reply last = api.get(LINKS + "?offset=10&count=5").ok();
    assertThat(last.at("/links")).hasSize(2);
    assertThat(last.text("/links/1/title")).isEqualTo("T11");
    assertThat(api.get(LINKS + "?count=0").ok().at("/links")).isEmpty();
    api.get(LINKS + "?count=-1").refused(500, "InternalError");
    api.get(LINKS + "?offset=x").refused(500, "InternalError");
  }

  @Test
  void the_plan_limits_links_but_not_deleted_ones() {
    String publication = publications.publish();
    emulator.accounts().defaultAccount().plan(new Plan(9, 1, 9, true));
    JsonNode link = links.create(publication);
    String body = "{publicationUid: '%s'}".formatted(publication);

    api.post(LINKS, body).refused(403, "TrackedLinkLimitExceeded");
    api.post(LINKS, "{publicationUid: 'none'}").refused(404, "ObjectNotFound");
    links.change(link, "{newState: 'Delete'}");
    api.post(LINKS, body).ok();
  }

  @Test
  void accounts_see_nothing_of_each_other() {
    String publication = publications.publish();
    JsonNode link = links.create(publication);
    Api stranger = Api.ofNewAccount(emulator);

    assertThat(stranger.get(LINKS).ok().at("/userTotal").intValue()).isZero();
    String foreign = stranger.get(LinkClient.path(link)).refused(404, "ObjectNotFound");
    String unknown = stranger.get(LINKS + "/" + "0".repeat(32)).refused(404, "ObjectNotFound");
    assertThat(foreign.replace(LinkClient.id(link), "X"))
        .isEqualTo(unknown.replace("0".repeat(32), "X"));
    stranger.put(LinkClient.path(link), "{title: 'Mine'}").refused(404, "ObjectNotFound");
    stranger
        .post(LINKS, "{publicationUid: '%s'}".formatted(publication))
        .refused(404, "ObjectNotFound");
  }

  private JsonNode alerts(String publication, String settings) {
    return links.create(publication, settings).get("triggers");
  }

  private int total(String query) {
    return api.get(LINKS + query).ok().at("/total").intValue();
  }
}
