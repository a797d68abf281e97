package io.github.flippingbookemulator.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.event.DomainEvent;
import io.github.flippingbookemulator.internal.source.pdf.TestPdfs;
import io.github.flippingbookemulator.publication.PublicationEvent.PublicationTrashed;
import io.github.flippingbookemulator.source.SourceEvent.ConversionFailed;
import io.github.flippingbookemulator.testkit.FileServer;
import io.github.flippingbookemulator.testkit.TestEmulator;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that cannot be converted, and the effect on their publications. */
class RefusedPdfTest {
  @AutoClose final TestEmulator service = TestEmulator.frozen();
  @AutoClose final FileServer web = new FileServer();

  static Stream<Arguments> refused() {
    return Stream.of(
        refused("no PDF", TestPdfs::notAPdf, "PDF"),
        refused("nothing", () -> new byte[0], "PDF"),
        refused("truncated", TestPdfs::truncated, "PDF"),
        refused("a password", () -> TestPdfs.withUserPassword("secret"), "password"),
        refused("an XFA form", TestPdfs::withXfaForm, "XFA"),
        refused("no page", TestPdfs::zeroPages, "page"),
        refused("2001 pages", () -> TestPdfs.pages(2001), "2000"),
        refused("a bomb", TestPdfs.bombs().values().iterator().next(), "PDF"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void an_unusable_file_fails_with_its_reason(String what, Supplier<byte[]> file, String word) {
    String url = web.file("/a.pdf", 200, "application/pdf", file.get());
    String path = service.create("{url: '" + url + "'}");
    String source = service.firstSource(path);
    service.emulator().clock().advance(Duration.ofSeconds(1));

    assertThat(service.state(source)).isEqualTo("CompletedWithErrors");
    assertThat(service.happened(ConversionFailed.class))
        .singleElement()
        .satisfies(
            failed -> {
              assertThat(failed.sourceId()).isEqualTo(TestEmulator.id(source));
              assertThat(failed.publicationId()).isEqualTo(TestEmulator.id(path));
              assertThat(failed.reason()).contains(word).doesNotContain("Exception", "\n");
            });
  }

  @Test
  void an_owner_password_and_two_thousand_pages_are_fine() {
    String locked = service.publish(TestPdfs.withOwnerPasswordOnly("secret"));
    String url = web.file("/a.pdf", 200, "application/pdf", TestPdfs.pages(2000));
    String thick = service.create("{url: '" + url + "'}");
    service.emulator().conversions().finishAll();

    assertThat(service.state(service.firstSource(locked))).isEqualTo("CompletedAllStages");
    assertThat(service.publication(thick).get("totalPages").intValue()).isEqualTo(2000);
  }

  @Test
  void the_only_source_takes_its_publication_to_the_trash() {
    String path = service.publish(TestPdfs.notAPdf());
    service.emulator().clock().advance(Duration.ofSeconds(1));

    assertThat(service.state(path)).isEqualTo("Empty, Trashed");
    service.api().post(path, "{}").refused(404, "ObjectNotFound");
    service.emulator().clock().advance(Duration.ofDays(30));
    service.api().get(path).refused(404, "ObjectNotFound");
  }

  @Test
  void a_later_source_leaves_publication_and_readers_alone() {
    String path = service.publish(TestPdfs.pages(2));
    service.emulator().conversions().finishAll();
    String before = service.publication(path).toString();
    String source = service.addSource(path, TestEmulator.data(TestPdfs.notAPdf()));
    service.emulator().clock().advance(Duration.ofMinutes(1));

    assertThat(service.state(source)).isEqualTo("CompletedWithErrors");
    assertThat(service.state(path)).isEqualTo("HasContent, Published, CompletedAllStages");
    assertThat(service.publication(path).get("totalPages").intValue()).isEqualTo(2);
    assertThat(service.publication(path)).hasToString(before);
    assertThat(service.happened(PublicationTrashed.class)).isEmpty();
  }

  @Test
  void the_first_of_two_sources_is_not_the_only_one() {
    String path = service.publish(TestPdfs.notAPdf());
    service.addSource(path, TestEmulator.data(TestPdfs.pages(2)));
    service.emulator().clock().advance(Duration.ofMinutes(1));

    assertThat(service.state(service.firstSource(path))).isEqualTo("CompletedWithErrors");
    assertThat(service.state(path)).isEqualTo("HasContent, Published, CompletedAllStages");
  }

  @Test
  void a_failure_is_told_before_the_deletion_that_it_causes() {
    String path = service.publish(TestPdfs.notAPdf());
    service.emulator().conversions().finishAll();

    assertThat(service.happened(DomainEvent.class))
        .filteredOn(
            event -> event instanceof ConversionFailed || event instanceof PublicationTrashed)
        .extracting(event -> event.getClass().getSimpleName())
        .containsExactly("ConversionFailed", "PublicationTrashed");
    assertThat(service.state(path)).endsWith("Trashed");
  }

  @Test
  void a_web_page_under_status_200_is_no_pdf() {
    byte[] page = "<html>Please log in</html>".getBytes(StandardCharsets.UTF_8);
    String path =
        service.create("{url: '" + web.file("/a.pdf", 200, "application/pdf", page) + "'}");
    service.emulator().conversions().finishAll();

    assertThat(service.happened(ConversionFailed.class))
        .extracting(ConversionFailed::publicationId)
        .containsExactly(TestEmulator.id(path));
  }

  private static Arguments refused(String what, Supplier<byte[]> file, String word) {
    return Arguments.of(what, file, word);
  }
}
