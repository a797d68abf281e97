package io.github.flippingbookemulator.publication;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.internal.source.pdf.TestPdfs;
import io.github.flippingbookemulator.testkit.Api;
import io.github.flippingbookemulator.testkit.Api.Reply;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The main path of a client, from a key to a converted publication and its end. */
class PublishingJourneyTest {
  @AutoClose private final Emulator emulator = Emulator.start(EmulatorOptions.defaults().speed(0));
  private final Api api = new Api(emulator);

  @Test
  void a_pdf_becomes_a_publication_that_readers_can_see() {
    Reply created =
        api.post(
                "/fbonline/publication",
                "{name: 'Spring', filename: 'spring.pdf', data: '%s'}"
                    .formatted(Api.base64(TestPdfs.pages(12))))
            .ok();
    String publication = "/fbonline/publication/" + created.text("/id");
    String source = publication + "/source/" + created.text("/createdSource/id");
    assertThat(api.get(source).ok().text("/source/state")).isEqualTo("WaitAutoQueue");

    emulator.clock().advance(Duration.ofSeconds(2));
    assertThat(api.get(source).ok().text("/source/state")).isEqualTo("Queued");
    assertThat(api.get(source).text("/source/stage")).isEqualTo("Preview");
    assertThat(api.get(source).text("/source/progress")).isEqualTo("0.5");

    emulator.clock().advance(Duration.ofMillis(1300));
    assertThat(api.get(source).text("/source/state")).isEqualTo("Completed");
    assertThat(api.get(source).text("/source/Progress")).isEqualTo("6");
    assertThat(api.get(publication).text("/publication/state")).isEqualTo("HasContent, Published");

    emulator.clock().advance(Duration.ofMillis(300));
    assertThat(api.get(source).text("/source/state")).isEqualTo("CompletedAllStages");
    Reply converted = api.get(publication).ok();
    assertThat(converted.text("/publication/state"))
        .isEqualTo("HasContent, Published, CompletedAllStages");
    assertThat(converted.at("/publication/totalPages").intValue()).isEqualTo(12);
    assertThat(api.follow("GET", converted.text("/publication/cover")).bytes())
        .hasSizeGreaterThan(1000);

    for (JsonNode link : converted.at("/publication/links")) {
      api.follow(link.at("/type").textValue(), link.at("/href").textValue()).ok();
    }
    assertThat(api.get(publication).ok().text("/publication/state")).endsWith(", Trashed");
    emulator.clock().advance(Duration.ofDays(30));
    api.get(publication).refused(404, "ObjectNotFound");
  }
}
