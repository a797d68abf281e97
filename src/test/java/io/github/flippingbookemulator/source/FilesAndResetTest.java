package io.github.flippingbookemulator.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.event.DomainEvent;
import io.github.flippingbookemulator.internal.source.pdf.TestPdfs;
import io.github.flippingbookemulator.journal.JournalControl;
import io.github.flippingbookemulator.testkit.Api;
import io.github.flippingbookemulator.testkit.FileServer;
import io.github.flippingbookemulator.testkit.TestEmulator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The files of sources, and their deletion by a reset or with their publication. */
@Timeout(60)
class FilesAndResetTest {
  @AutoClose final TestEmulator service = TestEmulator.frozen();
  @AutoClose final FileServer web = new FileServer();
  private final CountDownLatch fileMayCome = new CountDownLatch(1);

  @Test
  void the_file_of_a_source_goes_with_a_reset_and_its_folder_too() {
    String source = service.firstSource(service.publish(TestPdfs.pages(1)));
    service.emulator().conversions().finishAll();
    Path file = TemporaryFiles.of(source).orElseThrow();
    service.emulator().reset();

    assertThat(file.getParent()).doesNotExist();
  }

  @Test
  void the_file_of_a_source_goes_with_the_emulator() {
    Path file;
    try (Emulator emulator = Emulator.start(EmulatorOptions.defaults().speed(0))) {
      Api api = new Api(emulator);
      String path = "/fbonline/publication/" + api.publish(TestPdfs.pages(1));
      emulator.conversions().finishAll();
      api.follow("GET", api.get(path).text("/publication/cover"));
      file = TemporaryFiles.of(api.get(path + "/source").text("/sources/0/id")).orElseThrow();
    }

    assertThat(file.getParent()).doesNotExist();
  }

  @Test
  void a_file_that_cannot_be_used_is_removed_at_once() {
    String source = service.firstSource(service.publish(TestPdfs.notAPdf()));
    service.emulator().conversions().finishAll();

    assertThat(TemporaryFiles.of(source)).isEmpty();
  }

  @Test
  void the_file_of_a_publication_goes_when_it_is_purged() {
    String path = service.publish(TestPdfs.pages(1));
    String source = service.firstSource(path);
    service.emulator().conversions().finishAll();
    service.api().delete(path).ok();
    assertThat(TemporaryFiles.of(source)).isPresent();
    service.emulator().clock().advance(Duration.ofDays(30));

    assertThat(TemporaryFiles.of(source)).isEmpty();
  }

  @Test
  void a_file_that_comes_after_its_publication_went_is_not_kept() {
    EmulatorOptions options = EmulatorOptions.defaults().trashRetention(Duration.ZERO);
    try (Emulator emulator = Emulator.start(options)) {
      Api api = new Api(emulator);
      String path =
          "/fbonline/publication/"
              + api.post("/fbonline/publication", "{url: '" + slowFile() + "'}").ok().text("/id");
      String source = api.get(path + "/source").ok().text("/sources/0/id");
      List<DomainEvent> after = Collections.synchronizedList(new ArrayList<>());
      api.delete(path).ok();
      await().until(() -> api.get(path).status() == 404);
      emulator.events().subscribe(after::add);
      fileMayCome.countDown();
      emulator.clock().advance(Duration.ofDays(1)); // waits for the download

      assertThat(TemporaryFiles.of(source)).isEmpty();
      assertThat(after).isEmpty();
    }
  }

  @Test
  void a_reset_during_a_download_leaves_nothing_behind() {
    String source = service.firstSource(service.create("{url: '" + slowFile() + "'}"));
    ConversionsControl before = service.emulator().conversions();
    JournalControl journal = service.emulator().journal();
    service.emulator().reset();
    int written = journal.entries().size();
    fileMayCome.countDown();
    before.finish(TestEmulator.id(source)); // waits for the download

    assertThat(TemporaryFiles.of(source)).isEmpty();
    assertThat(journal.entries()).hasSize(written);
    assertThat(service.emulator().journal().entries()).isEmpty();
    assertThat(service.api().get("/fbonline/publication").ok().at("/total").intValue()).isZero();
  }

  @Test
  void a_reset_during_conversions_leaves_nothing_behind() {
    List<String> sources = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      sources.add(service.firstSource(service.publish(TestPdfs.pages(1))));
    }
    service.emulator().clock().advance(Duration.ofSeconds(2));
    assertThat(sources).allSatisfy(source -> assertThat(TemporaryFiles.of(source)).isNotEmpty());
    List<DomainEvent> after = new ArrayList<>();
    service.emulator().reset();
    service.emulator().events().subscribe(after::add);
    service.emulator().clock().advance(Duration.ofDays(1));

    assertThat(after).isEmpty();
    assertThat(sources).allSatisfy(source -> assertThat(TemporaryFiles.of(source)).isEmpty());
    sources.forEach(source -> service.api().get(source).refused(404, "ObjectNotFound"));
  }

  @Test
  void after_a_reset_everything_works_as_before() {
    service.publish(TestPdfs.pages(1));
    service.emulator().reset();
    String path = service.publish(TestPdfs.pages(2));
    service.emulator().clock().advance(Duration.ofMinutes(1));

    assertThat(service.state(path)).endsWith("CompletedAllStages");
  }

  /** Serves a file that is sent only when the test allows it. */
  private String slowFile() {
    byte[] pdf = TestPdfs.pages(1);
    return web.on(
        "/slow.pdf",
        exchange -> {
          try {
            fileMayCome.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          exchange.sendResponseHeaders(200, pdf.length);
          exchange.getResponseBody().write(pdf);
          exchange.close();
        });
  }
}
