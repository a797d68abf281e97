package io.github.flippingbookemulator.publication;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.flippingbookemulator.internal.source.pdf.TestPdfs;
import io.github.flippingbookemulator.testkit.Api.Reply;
import io.github.flippingbookemulator.testkit.TestEmulator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The links in responses: their order, their targets, and that they can be followed. */
class PublicationLinksTest {
  @AutoClose final TestEmulator service = TestEmulator.frozen();

  @Test
  void a_publication_links_to_what_can_be_done_with_it_in_the_order_of_the_service() {
    String path = service.create("{}");
    String api = service.emulator().apiUrl().toString();
    String self = api + path;

    assertThat(links(service.publication(path)))
        .containsExactly(
            "self GET " + self,
            "edit POST " + self,
            "delete DELETE " + self,
            "fbonline/sources GET " + self + "/source",
            "fbonline/triggers GET " + self + "/trigger",
            "fbonline/tracked-links GET "
                + api
                + "/fbonline/tracked_links?publication-uid="
                + TestEmulator.id(path));
  }

  @Test
  void a_source_links_to_itself_and_to_its_publication() {
    String path = service.publish(TestPdfs.pages(1));
    String source = service.firstSource(path);
    String api = service.emulator().apiUrl().toString();

    assertThat(links(service.source(source)))
        .containsExactly("self GET " + api + source, "fbonline/publication GET " + api + path);
    assertThat(service.api().get(path + "/source").ok().at("/sources/0"))
        .isEqualTo(service.source(source));
  }

  @Test
  void every_link_works_when_followed() {
    String path = service.publish(TestPdfs.pages(1));
    List<String> followed = new ArrayList<>();
    for (JsonNode link : service.publication(path).get("links")) {
      // After "delete" the publication can only be read; the links after it only read.
      follow(link).ok();
      followed.add(link.get("rel").textValue());
    }
    for (JsonNode link : service.source(service.firstSource(path)).get("links")) {
      follow(link).ok();
      followed.add(link.get("rel").textValue());
    }

    assertThat(followed)
        .containsExactly(
            "self",
            "edit",
            "delete",
            "fbonline/sources",
            "fbonline/triggers",
            "fbonline/tracked-links",
            "self",
            "fbonline/publication");
    assertThat(service.state(path)).endsWith("Trashed");
  }

  @Test
  void links_lead_to_where_a_proxy_was_called() {
    String path = service.create("{}");
    Reply behindProxy =
        service
            .api()
            .send(
                service
                    .api()
                    .request(path)
                    .header("X-Forwarded-Proto", "https")
                    .header("X-Forwarded-Host", "books.example"));

    assertThat(behindProxy.ok().text("/publication/links/0/href"))
        .isEqualTo("https://books.example/api/v1" + path);
    assertThat(behindProxy.text("/publication/canonicalLink"))
        .startsWith("https://books.example/view/");
  }

  private Reply follow(JsonNode link) {
    return service.api().follow(link.get("type").textValue(), link.get("href").textValue());
  }

  private static List<String> links(JsonNode linked) {
    List<String> links = new ArrayList<>();
    for (JsonNode link : linked.get("links")) {
      assertThat(link).hasSize(3);
      links.add(
          "%s %s %s"
              .formatted(
                  link.get("rel").textValue(),
                  link.get("type").textValue(),
                  link.get("href").textValue()));
    }
    return links;
  }
}
