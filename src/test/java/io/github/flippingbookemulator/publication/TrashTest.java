package io.github.flippingbookemulator.publication;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.internal.source.pdf.TestPdfs;
import io.github.flippingbookemulator.publication.PublicationEvent.PublicationPurged;
import io.github.flippingbookemulator.publication.PublicationEvent.PublicationTrashed;
import io.github.flippingbookemulator.testkit.TestEmulator;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The deleted state of publications, and the purge after it. */
class TrashTest {
  private static final String LIST = "/fbonline/publication";
  private static final Duration RETENTION = Duration.ofDays(7);

  @AutoClose
  final TestEmulator service = TestEmulator.frozen(options -> options.trashRetention(RETENTION));

  @Test
  void a_deleted_publication_can_be_read_and_is_listed() {
    String path = service.create("{name: 'Spring'}");

    assertThat(service.api().delete(path).ok().json()).hasSize(1);
    assertThat(service.state(path)).isEqualTo("Empty, Trashed");
    assertThat(service.api().get(LIST).ok().text("/publications/0/state"))
        .isEqualTo("Empty, Trashed");
    assertThat(service.api().get(LIST + "?query=Spr").ok().at("/total").intValue()).isEqualTo(1);
    service.api().get(path + "/source").ok();
  }

  @Test
  void a_converted_publication_keeps_its_state_words_and_its_sources() {
    String path = service.publish(TestPdfs.pages(1));
    String source = service.firstSource(path);
    service.emulator().conversions().finishAll();
    service.api().delete(path).ok();

    assertThat(service.state(path)).isEqualTo("HasContent, Published, CompletedAllStages, Trashed");
    assertThat(service.state(source)).isEqualTo("CompletedAllStages");
  }

  @Test
  void nothing_can_be_written_to_it() {
    String path = service.create("{name: 'Spring'}");
    service.api().delete(path).ok();
    String before = service.publication(path).toString();

    service.api().post(path, "{name: 'Autumn'}").refused(404, "ObjectNotFound");
    service.api().post(path + "/customize", "{theme: 'dark'}").refused(404, "ObjectNotFound");
    service
        .api()
        .post(path + "/source", TestEmulator.data(TestPdfs.pages(1)))
        .refused(404, "ObjectNotFound");
    service.api().delete(path).refused(404, "ObjectNotFound");
    assertThat(service.publication(path)).hasToString(before);
    assertThat(service.api().get(path + "/source").ok().at("/sources")).isEmpty();
  }

  @Test
  void it_is_gone_once_the_retention_has_passed() {
    String path = service.publish(TestPdfs.pages(1));
    String source = service.firstSource(path);
    String hashId = service.publication(path).get("hashId").textValue();
    service.create("{name: 'other'}");
    service.emulator().conversions().finishAll();
    service.api().delete(path).ok();

    service.emulator().clock().advance(RETENTION.minusNanos(1000));
    service.api().get(path).ok();
    service.emulator().clock().advance(Duration.ofNanos(1000));

    service.api().get(path).refused(404, "ObjectNotFound");
    service.api().get(path + "/source").refused(404, "ObjectNotFound");
    service.api().get(source).refused(404, "ObjectNotFound");
    service.api().post(path, "{}").refused(404, "ObjectNotFound");
    service.api().delete(path).refused(404, "ObjectNotFound");
    assertThat(service.api().get(LIST).ok().text("/publications/0/name")).isEqualTo("other");
    assertThat(service.api().get(LIST).ok().at("/total").intValue()).isEqualTo(1);
    assertThat(service.api().get(LIST + "?hashid=" + hashId).at("/total").intValue()).isZero();
  }

  @Test
  void each_has_its_own_time_in_the_trash() {
    String first = service.create("{}");
    String second = service.create("{}");
    service.api().delete(first).ok();
    service.emulator().clock().advance(Duration.ofDays(1));
    service.api().delete(second).ok();

    service.emulator().clock().advance(RETENTION.minusDays(1));
    service.api().get(first).refused(404, "ObjectNotFound");
    service.api().get(second).ok();
  }

  @Test
  void the_bus_tells_of_the_deletion_and_of_the_end() {
    String path = service.create("{}");
    String id = TestEmulator.id(path);
    service.api().delete(path).ok();

    assertThat(service.happened(PublicationTrashed.class))
        .extracting(PublicationTrashed::publicationId)
        .containsExactly(id);
    assertThat(service.happened(PublicationPurged.class)).isEmpty();
    service.emulator().clock().advance(RETENTION);
    assertThat(service.happened(PublicationPurged.class))
        .extracting(PublicationPurged::publicationId)
        .containsExactly(id);
  }
}
