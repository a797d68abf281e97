package io.github.flippingbookemulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.internal.source.pdf.TestPdfs;
import io.github.flippingbookemulator.publication.PublicationsControl;
import io.github.flippingbookemulator.source.Pace;
import io.github.flippingbookemulator.testkit.TestEmulator;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What the API has no call for, and a test can do nevertheless. */
class ControlledStateTest {
  @AutoClose
  final TestEmulator service = TestEmulator.frozen(options -> options.pace(Pace.IMMEDIATE));

  @Test
  void a_trashed_publication_is_restored_and_outlives_the_retention() {
    String publication = "/fbonline/publication/" + id();
    service.api().delete(publication).ok();
    service.api().post(publication, "{name: 'again'}").refused(404, "ObjectNotFound");

    publications().restore(publication.substring(publication.lastIndexOf('/') + 1));

    service.api().post(publication, "{name: 'again'}").ok();
    service.emulator().clock().advance(Duration.ofDays(31));
    assertThat(service.api().get(publication).ok().text("/publication/state"))
        .isEqualTo("HasContent, Published, CompletedAllStages");
  }

  @Test
  void search_engines_are_let_in() {
    String id = id();
    publications().seo(id, true);
    assertThat(service.publication("/fbonline/publication/" + id).at("/seoEnabled").booleanValue())
        .isTrue();
  }

  @Test
  void statistics_count_as_seen_once_their_owner_has_looked_at_them() {
    String link =
        service
            .api()
            .post("/fbonline/tracked_links", "{publicationUid: '%s'}".formatted(id()))
            .ok()
            .text("/links/0/id");
    Emulator emulator = service.emulator();
    var links = emulator.links();
    emulator.readers().openLink(links.get(link).urlName()).leaveAfter(Duration.ofSeconds(9));

    String path = "/fbonline/tracked_links/" + link;
    assertThat(service.api().get(path).text("/links/0/state")).isEqualTo("Active, WithNewData");
    assertThat(service.api().get(path).text("/links/0/state")).isEqualTo("Active, WithNewData");

    links.seen(link);
    assertThat(service.api().get(path).text("/links/0/state")).isEqualTo("Active, WithoutNewData");
    String stats = "/links/0/shortStats";
    assertThat(service.api().get(path).at(stats + "/sinceLastUpdate/visits").intValue()).isZero();
    assertThat(service.api().get(path).at(stats + "/fullStats/viewDuration").intValue())
        .isEqualTo(9);
  }

  private String id() {
    return service.api().publish(TestPdfs.pages(1));
  }

  private PublicationsControl publications() {
    return service.emulator().publications();
  }
}
