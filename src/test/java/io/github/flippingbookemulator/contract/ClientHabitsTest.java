package io.github.flippingbookemulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.account.Folder;
import io.github.flippingbookemulator.internal.source.pdf.TestPdfs;
import io.github.flippingbookemulator.testkit.Api;
import io.github.flippingbookemulator.testkit.Api.Reply;
import io.github.flippingbookemulator.testkit.TestEmulator;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Journeys with the habits that clients of the service have. */
class ClientHabitsTest {
  private static final String PUBLICATIONS = "/fbonline/publication";
  private static final String LINKS = "/fbonline/tracked_links";
  private static final String PAGED = "?count=100&offset=0";

  @AutoClose private final Emulator emulator = Emulator.start(TestEmulator.IMMEDIATE);
  private final Api api = new Api(emulator);
  private final String pdf = Api.base64(TestPdfs.pages(2));

  @ParameterizedTest
  @CsvSource({
    "name, description, fileName, data, title, publicationUid, onViewTrigger, trigger",
    "Name, Description, Filename, Data, Title, PublicationUid, OnViewTrigger, Trigger",
    "NAME, DESCRIPTION, FILENAME, DATA, TITLE, PUBLICATIONUID, ONVIEWTRIGGER, TRIGGER"
  })
  void names_of_properties_are_written_in_camel_case_or_in_pascal_case(
      String name,
      String description,
      String filename,
      String data,
      String title,
      String publicationUid,
      String onViewTrigger,
      String trigger) {
    String id =
        api.post(
                PUBLICATIONS,
                "{\"%s\": \"Spring\", \"%s\": \"All of it\", \"%s\": \"a.pdf\", \"%s\": \"%s\"}"
                    .formatted(name, description, filename, data, pdf))
            .ok()
            .text("/id");
    JsonNode made = api.get(PUBLICATIONS + "/" + id).ok().at("/publication");
    assertThat(made.get("name").textValue()).isEqualTo("Spring");
    assertThat(made.get("description").textValue()).isEqualTo("All of it");
    assertThat(made.get("lastPdfName").textValue()).isEqualTo("a.pdf");
    assertThat(made.get("totalPages").intValue()).isEqualTo(2);

    JsonNode link =
        api.post(
                LINKS,
                "{\"%s\": \"Mail\", \"%s\": \"%s\", \"%s\": \"True\"}"
                    .formatted(title, publicationUid, id, onViewTrigger))
            .ok()
            .at("/links/0");
    assertThat(link.get("title").textValue()).isEqualTo("Mail");
    assertThat(link.at("/triggers/onView/amount").intValue()).isEqualTo(10);

    api.post(
            "/fbonline/triggers",
            "{\"%s\": {\"Events\": [\"lead\"], \"EndPoint\": \"http://127.0.0.1:9/\"}}"
                .formatted(trigger))
        .ok();
  }

  @Test
  void count_and_offset_are_sent_to_all_calls() {
    String id = published("Spring");
    String source = api.get(PUBLICATIONS + "/" + id + "/source" + PAGED).text("/sources/0/id");
    String link = api.post(LINKS + PAGED, "{publicationUid: '" + id + "'}").text("/links/0/id");

    for (String path :
        List.of(
            "/auth/key",
            "/auth/me",
            PUBLICATIONS,
            PUBLICATIONS + "/" + id,
            PUBLICATIONS + "/" + id + "/source",
            PUBLICATIONS + "/" + id + "/source/" + source,
            PUBLICATIONS + "/" + id + "/trigger",
            LINKS,
            LINKS + "/" + link,
            "/fbonline/custom-domains",
            "/fbonline/folders",
            "/fbonline/webhook")) {
      assertThat(api.get(path + PAGED).ok().json()).isEqualTo(api.get(path).ok().json());
    }
    api.post(PUBLICATIONS + "/" + id + PAGED, "{name: 'Autumn'}").ok();
    api.delete(PUBLICATIONS + "/" + id + PAGED).ok();
  }

  @Test
  void what_was_read_is_changed_and_posted_back() {
    emulator.accounts().defaultAccount().folders(List.of(new Folder("7", "Seven")));
    String path = PUBLICATIONS + "/" + published("Spring");
    api.post(path, "{folder: '7', description: 'All of it'}").ok();
    ObjectNode read = (ObjectNode) api.get(path).ok().at("/publication");

    api.post(path, read.deepCopy().put("name", "Autumn").toString()).ok();

    JsonNode after = api.get(path).at("/publication");
    for (String property : List.of("description", "folder", "domain", "lastPdfName", "state")) {
      assertThat(after.get(property)).isEqualTo(read.get(property));
    }
    assertThat(after.get("name").textValue()).isEqualTo("Autumn");
    assertThat(api.get(path + "/source").at("/sources")).hasSize(1);

    JsonNode link =
        api.post(LINKS, "{publicationUrl: '%s'}".formatted(read.get("canonicalLink").textValue()))
            .ok()
            .at("/links/0");
    String one = LINKS + "/" + link.get("id").textValue();
    api.put(one, ((ObjectNode) link.deepCopy()).put("title", "Mail").toString()).ok();
    assertThat(api.get(one).text("/links/0/title")).isEqualTo("Mail");
    assertThat(api.get(one).at("/links/0/triggers")).isEqualTo(link.get("triggers"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5})
  void lists_are_paged_through_until_a_page_is_empty(int count) {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      made.add(published("Number " + i));
      api.post(LINKS, "{publicationUid: '%s'}".formatted(made.get(i))).ok();
    }

    assertThat(everyPage(PUBLICATIONS, "publications", "/id", count)).isEqualTo(made);
    assertThat(everyPage(LINKS, "links", "/publication/id/id", count)).isEqualTo(made);
  }

  private List<String> everyPage(String path, String list, String id, int count) {
    List<String> ids = new ArrayList<>();
    JsonNode page;
    do {
      page = api.get(path + "?offset=" + ids.size() + "&count=" + count).ok().at("/" + list);
      page.forEach(each -> ids.add(each.at(id).textValue()));
    } while (!page.isEmpty());
    return ids;
  }

  @Test
  void a_form_in_parts_is_refused_in_words() {
    String parts = "--b\r\nContent-Disposition: form-data; name=\"data\"\r\n\r\n%PDF-\r\n--b--";

    Reply refused =
        api.send(
            api.request(PUBLICATIONS)
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofString(parts)));

    assertThat(refused.refused(400, "InvalidData")).contains("multipart", "JSON", "base64");
    assertThat(api.get(PUBLICATIONS).at("/total").intValue()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "2030-01-01T10:00:00, 2030-01-01T10:00:00.000000Z",
    "2030-01-01T10:00:00.123456, 2030-01-01T10:00:00.123456Z",
    "2030-01-01, 2030-01-01T00:00:00.000000Z",
    "2030-01-01T10:00:00.000+0000, 2030-01-01T10:00:00.000000Z"
  })
  void date_times_are_as_naive_as_libraries_print_them(String sent, String read) {
    String body = "{publicationUid: '%s', onNotOpenedUntil: '%s'}";

    Reply made = api.post(LINKS, body.formatted(published("Spring"), sent)).ok();

    assertThat(made.text("/links/0/triggers/onNotOpenedUntil/until")).isEqualTo(read);
  }

  @Test
  void paths_end_in_a_slash() {
    String path = PUBLICATIONS + "/" + published("Spring");

    api.get(PUBLICATIONS + "/").ok();
    api.get(path + "/").ok();
    api.get(path + "/source/" + PAGED).ok();
    api.post(path + "/", "{name: 'Autumn'}").ok();
    api.post(path + "/customize/", "{enableRtl: true}").ok();
    api.post(LINKS + "/", "{publicationHashId: '%s'}".formatted(hashId(path))).ok();
    api.delete(path + "/").ok();
  }

  @ParameterizedTest
  @CsvSource({
    "Authorization, Bearer",
    "authorization, bearer",
    "AUTHORIZATION, BEARER",
    "authoriZation, beaRer"
  })
  void the_header_and_its_scheme_are_written_in_any_case(String header, String scheme) {
    api.send(api.rawRequest("/api/v1/auth/me").header(header, scheme + " emulator-key")).ok();
  }

  @Test
  void a_publication_is_updated_by_the_hashid_that_its_address_ends_in() {
    String path = PUBLICATIONS + "/" + published("Spring");

    api.post(PUBLICATIONS + "?hashid=" + hashId(path), "{name: 'Autumn', data: '" + pdf + "'}")
        .ok();

    assertThat(api.get(path).text("/publication/name")).isEqualTo("Autumn");
    assertThat(api.get(path + "/source").at("/sources")).hasSize(2);
  }

  private String published(String name) {
    return api.post(
            PUBLICATIONS, "{name: '%s', filename: 'a.pdf', data: '%s'}".formatted(name, pdf))
        .ok()
        .text("/id");
  }

  private String hashId(String path) {
    return api.get(path).ok().text("/publication/hashId");
  }
}
