package io.github.flippingbookemulator.publication;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.flippingbookemulator.account.Folder;
import io.github.flippingbookemulator.internal.source.pdf.TestPdfs;
import io.github.flippingbookemulator.testkit.Api;
import io.github.flippingbookemulator.testkit.Api.Reply;
import io.github.flippingbookemulator.testkit.TestEmulator;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes of the metadata of publications. */
class PublicationUpdateTest {
  @AutoClose final TestEmulator service = TestEmulator.frozen();

  @BeforeEach
  void twoFolders() {
    service
        .emulator()
        .accounts()
        .defaultAccount()
        .folders(List.of(new Folder("7", "Seven"), new Folder("8", "Eight")));
  }

  @Test
  void what_is_omitted_stays() {
    String path = service.create("{name: 'Spring', description: 'All of it', folder: 7}");
    JsonNode before = service.publication(path);
    service.emulator().clock().advance(Duration.ofHours(1));

    service.api().post(path, "{}").ok();
    assertThat(apartFromTime(service.publication(path))).isEqualTo(apartFromTime(before));
    service.api().post(path, "").ok();
    assertThat(apartFromTime(service.publication(path))).isEqualTo(apartFromTime(before));
  }

  @Test
  void what_is_given_changes() {
    String path = service.create("{name: 'Spring', description: 'All of it', folder: 7}");
    service.api().post(path, "{name: 'Autumn', description: '', folder: '8'}").ok();
    JsonNode after = service.publication(path);

    assertThat(after.get("name").textValue()).isEqualTo("Autumn");
    assertThat(after.get("description").textValue()).isEmpty();
    assertThat(after.get("folder").textValue()).isEqualTo("8");
  }

  @Test
  void null_clears_the_description_and_the_folder_and_leaves_the_name_and_the_domain() {
    String path = service.create("{name: 'Spring', description: 'All of it', folder: 7}");
    service
        .api()
        .post(path, "{name: null, description: null, folder: null, domain: null, url: null}")
        .ok();
    JsonNode after = service.publication(path);

    assertThat(after.get("name").textValue()).isEqualTo("Spring");
    assertThat(after.has("description")).isFalse();
    assertThat(after.get("folder").isNull()).isTrue();
    assertThat(after.get("domain").textValue()).isEqualTo("online.flippingbook.com");
  }

  @Test
  void an_update_answers_like_a_creation() {
    String path = service.create("{}");
    service.emulator().clock().advance(Duration.ofSeconds(5));
    Reply updated = service.api().post(path, "{name: 'Autumn'}").ok();
    JsonNode after = service.publication(path);

    assertThat(updated.at("/id")).isEqualTo(after.get("id"));
    assertThat(updated.at("/hashId")).isEqualTo(after.get("hashId"));
    assertThat(updated.at("/url")).isEqualTo(after.get("canonicalLink"));
    assertThat(updated.at("/links")).isEqualTo(after.get("links"));
    assertThat(updated.text("/lastModified"))
        .isEqualTo(service.emulator().clock().now().toString());
    assertThat(updated.json().has("createdSource")).isFalse();
  }

  @Test
  void a_pdf_that_comes_with_an_update_is_a_further_source_and_leaves_the_name() {
    String path = service.publish(TestPdfs.pages(1));
    Reply updated =
        service
            .api()
            .post(
                path,
                "{filename: 'second.pdf', data: '%s'}".formatted(Api.base64(TestPdfs.pages(2))))
            .ok();

    assertThat(service.api().get(path + "/source").at("/sources/1/id"))
        .isEqualTo(updated.at("/createdSource/id"));
    assertThat(service.publication(path).get("name").textValue()).isEqualTo("Untitled");
    assertThat(service.publication(path).get("lastPdfName").textValue()).isEqualTo("second.pdf");
  }

  @Test
  void the_last_pdf_is_remembered_by_its_file_name_or_else_by_its_address() {
    String path =
        service.create("{filename: 'first.pdf', url: 'http://127.0.0.1:1/one.pdf', name: 'x'}");
    assertThat(service.publication(path).get("lastPdfName").textValue()).isEqualTo("first.pdf");

    service.addSource(path, "{url: 'http://127.0.0.1:1/two.pdf'}");
    assertThat(service.publication(path).get("lastPdfName").textValue())
        .isEqualTo("http://127.0.0.1:1/two.pdf");

    service.addSource(path, TestEmulator.data(TestPdfs.pages(1)));
    assertThat(service.publication(path).has("lastPdfName")).isFalse();
  }

  @Test
  void the_modification_time_moves_and_the_creation_time_stays() {
    String path = service.create("{}");
    JsonNode created = service.publication(path);
    service.emulator().clock().advance(Duration.ofMinutes(1));
    service.api().post(path, "{name: 'Autumn'}").ok();
    JsonNode renamed = service.publication(path);
    service.emulator().clock().advance(Duration.ofMinutes(1));
    service.api().post(path + "/customize", "{enableRtl: true}").ok();
    JsonNode customized = service.publication(path);

    assertThat(renamed.get("creationTime")).isEqualTo(created.get("creationTime"));
    assertThat(customized.get("creationTime")).isEqualTo(created.get("creationTime"));
    assertThat(
            List.of(
                created.get("modificationTime").textValue(),
                renamed.get("modificationTime").textValue(),
                customized.get("modificationTime").textValue()))
        .doesNotHaveDuplicates()
        .isSorted();
  }

  @Test
  void a_refused_update_changes_nothing() {
    String path = service.create("{name: 'Spring', folder: 7}");
    JsonNode before = service.publication(path);

    service.api().post(path, "{name: 'Autumn', folder: 99}").refused(404, "ObjectNotFound");
    service.api().post(path, "{name: 'Autumn', folder: 1.5}").refused(500, "InternalError");
    service.api().post(path, "{name: 'Autumn', domain: 'x.example'}").refused(500, "InternalError");
    service
        .api()
        .post(path, "{name: 'Autumn', url: 'http://127.0.0.1:1/', data: 'eA=='}")
        .refused(500, "InternalError");

    assertThat(service.publication(path)).isEqualTo(before);
    assertThat(service.api().get(path + "/source").at("/sources")).isEmpty();
  }

  @Test
  void what_was_read_can_be_posted_back() {
    String path = service.create("{name: 'Spring', description: 'All of it', folder: 7}");
    JsonNode before = service.publication(path);
    service.emulator().accounts().defaultAccount().folders(List.of());

    service.api().post(path, before.toString()).ok();
    assertThat(apartFromTime(service.publication(path))).isEqualTo(apartFromTime(before));

    service.emulator().accounts().defaultAccount().domains(List.of("a.example"));
    service.api().post(path, before.toString()).ok();
    assertThat(apartFromTime(service.publication(path))).isEqualTo(apartFromTime(before));
  }

  @Test
  void a_hashid_in_the_query_names_the_publication_to_change() {
    String path = service.create("{name: 'Spring'}");
    JsonNode before = service.publication(path);
    String list = "/fbonline/publication?hashid=";

    Reply updated =
        service.api().post(list + before.get("hashId").textValue(), "{name: 'Autumn'}").ok();

    assertThat(updated.at("/id")).isEqualTo(before.get("id"));
    assertThat(service.publication(path).get("name").textValue()).isEqualTo("Autumn");
    service.api().post(list + "123", "{name: 5}").refused(404, "ObjectNotFound");
    service.api().post(list, "{name: 'Autumn'}").refused(404, "ObjectNotFound");
    assertThat(service.api().get("/fbonline/publication").at("/total").intValue()).isEqualTo(1);
  }

  @Test
  void a_new_publication_goes_to_the_folder_that_it_names() {
    assertThat(service.publication(service.create("{folder: 8}")).get("folder").textValue())
        .isEqualTo("8");
    service.api().post("/fbonline/publication", "{folder: 99}").refused(404, "ObjectNotFound");
  }

  @Test
  void an_id_may_carry_the_dashes_of_a_uuid() {
    String path = service.create("{name: 'Spring'}");
    String dashed =
        path.replaceFirst("(\\w{8})(\\w{4})(\\w{4})(\\w{4})(\\w{12})$", "$1-$2-$3-$4-$5");

    assertThat(service.publication(dashed)).isEqualTo(service.publication(path));
    service.api().post(dashed, "{name: 'Autumn'}").ok();
    assertThat(service.publication(path).get("name").textValue()).isEqualTo("Autumn");
    service.api().delete(dashed).ok();
    assertThat(service.state(path)).endsWith("Trashed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "nosuchpublication", "76ae48cf12604e7ea95e82611b686398"})
  void an_unknown_id_is_no_object(String id) {
    String path = "/fbonline/publication/" + id;

    service.api().get(path).refused(404, "ObjectNotFound");
    service.api().post(path, "{name: 5}").refused(404, "ObjectNotFound");
    service.api().post(path + "/customize", "{}").refused(404, "ObjectNotFound");
    service.api().delete(path).refused(404, "ObjectNotFound");
    service.api().get(path + "/source").refused(404, "ObjectNotFound");
    service.api().get(path + "/source/" + id).refused(404, "ObjectNotFound");
    service.api().post(path + "/source", "{}").refused(404, "ObjectNotFound");
  }

  @Test
  void an_id_in_capitals_is_no_endpoint() {
    String path = service.create("{}");
    String capitals = "/fbonline/publication/" + TestEmulator.id(path).toUpperCase() + "A";

    service.api().get(capitals).refused(404, "NotFound");
    service.api().post(capitals, "{}").refused(404, "NotFound");
  }

  private static JsonNode apartFromTime(JsonNode publication) {
    return ((ObjectNode) publication.deepCopy()).without("modificationTime");
  }
}
