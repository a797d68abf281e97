package io.github.flippingbookemulator.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.event.DomainEvent;
import io.github.flippingbookemulator.internal.source.pdf.TestPdfs;
import io.github.flippingbookemulator.publication.PublicationEvent.PublicationCreated;
import io.github.flippingbookemulator.publication.PublicationEvent.PublicationPurged;
import io.github.flippingbookemulator.source.SourceEvent.SourceConverted;
import io.github.flippingbookemulator.testkit.ExpectedLog;
import io.github.flippingbookemulator.testkit.TestEmulator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Which source of a publication readers see, and the events about it. */
class ActiveSourceTest {
  @AutoClose final TestEmulator service = TestEmulator.frozen(options -> options.pace(Pace.MANUAL));

  @Test
  void the_preview_of_the_first_source_is_shown() {
    String path = service.publish(TestPdfs.pages(1));
    previewed(service.firstSource(path));

    assertThat(shown(path)).isEqualTo("HasContent, Published 1");
  }

  @Test
  void the_preview_of_a_later_source_is_not_shown_but_all_its_pages_are() {
    String path = service.publish(TestPdfs.pages(1));
    service.emulator().conversions().finishAll();
    String later = previewed(service.addSource(path, TestEmulator.data(TestPdfs.pages(2))));
    assertThat(shown(path)).isEqualTo("HasContent, Published, CompletedAllStages 1");

    service.emulator().conversions().step(later);
    assertThat(shown(path)).isEqualTo("HasContent, Published, CompletedAllStages 2");
  }

  @Test
  void the_source_that_was_converted_last_is_shown_whichever_came_last() {
    String path = service.publish(TestPdfs.pages(1));
    String later = service.addSource(path, TestEmulator.data(TestPdfs.pages(2)));
    service.emulator().conversions().finish(TestEmulator.id(later));
    assertThat(shown(path)).isEqualTo("HasContent, Published, CompletedAllStages 2");

    service.emulator().conversions().finishAll();
    assertThat(shown(path)).isEqualTo("HasContent, Published, CompletedAllStages 1");
  }

  @Test
  void the_preview_of_a_source_that_failed_since_gives_way_to_the_next_preview() {
    String path = service.publish(TestPdfs.pages(1));
    String first = previewed(service.firstSource(path));
    String later = service.addSource(path, TestEmulator.data(TestPdfs.pages(2)));
    service.emulator().conversions().fail(first, "the test says so");
    previewed(later);

    assertThat(shown(path)).isEqualTo("HasContent, Published 2");
  }

  @Test
  void the_bus_tells_the_first_converted_source_from_later_ones() {
    String path = service.publish(TestPdfs.notAPdf());
    service.addSource(path, TestEmulator.data(TestPdfs.pages(1)));
    service.addSource(path, TestEmulator.data(TestPdfs.pages(2)));
    List<String> sources = service.api().get(path + "/source").json().findValuesAsText("id");
    sources.forEach(service.emulator().conversions()::finish);

    assertThat(service.happened(SourceConverted.class))
        .extracting(converted -> converted.sourceId() + " " + converted.first())
        .containsExactly(sources.get(1) + " true", sources.get(2) + " false");
    assertThat(service.happened(SourceConverted.class))
        .extracting(SourceConverted::publicationId)
        .containsOnly(TestEmulator.id(path));
  }

  @Test
  void the_bus_tells_what_happens_in_order() {
    List<String> told = new ArrayList<>();
    service.emulator().events().subscribe(event -> told.add(event.getClass().getSimpleName()));
    String path = service.publish(TestPdfs.pages(1));
    service.emulator().conversions().finishAll();
    service.api().delete(path).ok();

    assertThat(told)
        .containsExactly(
            "PublicationCreated",
            "PublicationChanged", // the name of its PDF
            "SourceReceived",
            "SourceMoved",
            "SourceMoved",
            "SourceMoved",
            "PublicationChanged", // the preview
            "SourceMoved",
            "PublicationChanged", // all pages
            "SourceConverted",
            "PublicationTrashed");
  }

  @Test
  @ExpectedLog("A listener failed on ")
  void a_listener_that_throws_breaks_neither_the_call_nor_other_listeners() {
    List<DomainEvent> told = new ArrayList<>();
    service
        .emulator()
        .events()
        .subscribe(
            event -> {
              if (event instanceof PublicationCreated || event instanceof SourceConverted) {
                throw new IllegalStateException("a fault of the listener");
              }
            });
    service.emulator().events().subscribe(told::add);
    String path = service.publish(TestPdfs.pages(1));
    service.emulator().conversions().finishAll();

    assertThat(service.state(path)).endsWith("CompletedAllStages");
    assertThat(told).hasSize(10);
  }

  @Test
  void what_is_gone_for_good_converts_no_further() {
    String path = service.publish(TestPdfs.pages(1));
    String source = TestEmulator.id(service.firstSource(path));
    service.api().delete(path).ok();
    service.emulator().clock().advance(Duration.ofDays(30).minusSeconds(1));
    service.emulator().conversions().pace(source, Pace.TIMED);
    service.emulator().clock().advance(Duration.ofDays(1));

    // Its preview was under way when the publication was purged.
    assertThat(service.happened(DomainEvent.class)).last().isInstanceOf(PublicationPurged.class);
  }

  /** Takes the steps of a source until its preview is ready. */
  private String previewed(String source) {
    String id = TestEmulator.id(source);
    for (int i = 0; i < 3; i++) {
      service.emulator().conversions().step(id);
    }
    return id;
  }

  private String shown(String path) {
    return service.state(path) + " " + service.publication(path).get("totalPages");
  }
}
