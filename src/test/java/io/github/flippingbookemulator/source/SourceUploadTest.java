package io.github.flippingbookemulator.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.flippingbookemulator.internal.source.pdf.TestPdfs;
import io.github.flippingbookemulator.source.SourceEvent.ConversionFailed;
import io.github.flippingbookemulator.testkit.Api;
import io.github.flippingbookemulator.testkit.Api.Reply;
import io.github.flippingbookemulator.testkit.TestEmulator;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources whose PDF is in the call, and the calls about sources. */
class SourceUploadTest {
  private static final byte[] PDF = TestPdfs.pages(2);

  @AutoClose final TestEmulator service = TestEmulator.frozen();

  @Test
  void a_new_source_waits_for_its_queue_without_stage_and_progress() {
    String path = service.publish(PDF);
    JsonNode source = service.source(service.firstSource(path));

    assertThat(source.get("id").textValue()).matches("[0-9a-f]{32}");
    assertThat(source.get("publicationId").textValue()).isEqualTo(TestEmulator.id(path));
    assertThat(source.get("state").textValue()).isEqualTo("WaitAutoQueue");
    assertThat(source.has("stage")).isFalse();
    assertThat(source.has("progress")).isFalse();
    assertThat(source.has("Progress")).isFalse();
  }

  @Test
  void adding_a_source_answers_with_its_id_only() {
    Reply added = service.api().post(service.create("{}") + "/source", TestEmulator.data(PDF)).ok();

    assertThat(added.json()).hasSize(2);
    assertThat(added.text("/id")).matches("[0-9a-f]{32}");
  }

  @Test
  void sources_are_listed_oldest_first_and_not_in_pages() {
    String path = service.create("{}");
    List<String> added =
        IntStream.range(0, 12)
            .mapToObj(i -> TestEmulator.id(service.addSource(path, TestEmulator.data(PDF))))
            .toList();

    JsonNode listed = service.api().get(path + "/source?count=1&offset=3").ok().at("/sources");
    assertThat(listed.findValuesAsText("id")).isEqualTo(added);
  }

  @Test
  void a_source_is_known_with_its_own_publication_only() {
    String path = service.publish(PDF);
    String other = service.publish(PDF);
    String sourceId = TestEmulator.id(service.firstSource(path));

    service.api().get(other + "/source/" + sourceId).refused(404, "ObjectNotFound");
    service.api().get(path + "/source/" + "0".repeat(32)).refused(404, "ObjectNotFound");
  }

  @Test
  void sources_are_never_updated_or_deleted() {
    String path = service.publish(PDF);
    String source = service.firstSource(path);

    service.api().post(source, TestEmulator.data(PDF)).refused(404, "NotFound");
    service.api().delete(source).refused(404, "NotFound");
    service.api().delete(path + "/source").refused(404, "NotFound");
    service
        .api()
        .send(service.api().request(source).PUT(BodyPublishers.ofString("{}")))
        .refused(404, "NotFound");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "",
        "{filename: 'a.pdf'}",
        "{url: null, data: null}",
        "{url: '', data: ''}",
        "{url: 'http://127.0.0.1:1/a.pdf', data: 'eA=='}",
        "{data: 5}",
        "{url: ['http://127.0.0.1:1/a.pdf']}",
        "{data: 'eA==', filename: {}}"
      })
  void a_source_comes_by_one_of_url_and_data(String body) {
    String path = service.create("{}");

    service.api().post(path + "/source", body).refused(500, "InternalError");
    assertThat(service.api().get(path + "/source").ok().at("/sources")).isEmpty();
  }

  @Test
  void base64_may_have_line_breaks_and_lack_its_padding() {
    String lines = Base64.getMimeEncoder().encodeToString(PDF).replace("\r\n", "\\r\\n");
    String unpadded = Base64.getEncoder().withoutPadding().encodeToString(PDF);

    assertThat(lines).contains("\\r\\n");
    assertThat(stateOf("{data: '" + lines + "'}")).isEqualTo("CompletedAllStages");
    assertThat(stateOf("{\"data\": \" \\t" + unpadded + "\\n\"}")).isEqualTo("CompletedAllStages");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"not base64!", "=", "eA===", "data:application/pdf;base64,eA==", "eA==eA==", "ä"})
  void what_is_no_base64_fails_the_source_and_not_the_call(String data) {
    assertThat(stateOf("{data: '" + data + "'}")).isEqualTo("CompletedWithErrors");
    assertThat(service.happened(ConversionFailed.class))
        .extracting(ConversionFailed::reason)
        .containsExactly("The data is not base64.");
  }

  @Test
  void an_upload_may_have_nearly_a_megabyte() {
    byte[] large = Arrays.copyOf(PDF, 780_000);
    assertThat(Api.base64(large).length()).isBetween(1_030_000, 1_048_000);

    // Bytes after the end of a PDF are not parsed, but they must be accepted.
    assertThat(stateOf(TestEmulator.data(large))).startsWith("Completed");
    service
        .api()
        .post("/fbonline/publication", TestEmulator.data(new byte[790_000]))
        .refused(413, "RequestTooLarge");
  }

  /** Publishes and returns the state in which the source ends. */
  private String stateOf(String body) {
    String path = service.create(body);
    service.emulator().conversions().finishAll();
    return service.state(service.firstSource(path));
  }
}
