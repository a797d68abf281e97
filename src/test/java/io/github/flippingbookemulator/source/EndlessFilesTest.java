package io.github.flippingbookemulator.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.internal.source.pdf.EndlessPdfs;
import io.github.flippingbookemulator.internal.source.pdf.PagePictures;
import io.github.flippingbookemulator.internal.source.pdf.TestPdfs;
import io.github.flippingbookemulator.testkit.Api.Reply;
import io.github.flippingbookemulator.testkit.TestEmulator;
import io.github.flippingbookemulator.testkit.TriggerClient;
import io.github.flippingbookemulator.trigger.InboxControl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that never end to be read or drawn hold up nobody but those who want to see them. */
@Timeout(120)
class EndlessFilesTest {
  private static final Map<String, byte[]> FILES = EndlessPdfs.all();
  private static final String DRAWING = "-drawing";

  private static final EmulatorOptions OPTIONS =
      TestEmulator.IMMEDIATE.drawingTimeout(Duration.ofMillis(300));

  @AutoClose final TestEmulator service = TestEmulator.frozen(options -> OPTIONS);

  @AutoClose("shutdownNow")
  private final ExecutorService waiting = Executors.newCachedThreadPool();

  static Stream<String> files() {
    return FILES.keySet().stream();
  }

  /** A thread that was given up would log a warning, and fail the test. */
  @ParameterizedTest
  @MethodSource("files")
  void a_page_that_takes_too_long_becomes_a_grey_sheet_and_its_thread_ends(String file) {
    Reply reply = cover(service.publish(FILES.get(file)));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.bytes()).isEqualTo(PagePictures.placeholder(1, 600, 600));
    await().untilAsserted(() -> assertThat(threads(DRAWING)).isEmpty());
  }

  @Test
  void everything_else_goes_on_while_pages_are_drawn() {
    service.emulator().reset(OPTIONS.drawingTimeout(Duration.ofMinutes(5)));
    TriggerClient triggers = new TriggerClient(service.emulator());
    InboxControl inbox = triggers.create("created");
    List<CompletableFuture<Reply>> covers = drawMany();

    service.publish(TestPdfs.pages(2));
    service.emulator().settle(Duration.ofSeconds(20));
    service.emulator().clock().advance(Duration.ofHours(1));

    assertThat(inbox.await(covers.size() + 1)).hasSize(covers.size() + 1);
    assertThat(covers).noneMatch(CompletableFuture::isDone);
    service.emulator().reset();
    covers.forEach(cover -> cover.join().refused(404, "ObjectNotFound"));
    await().untilAsserted(() -> assertThat(threads(DRAWING)).isEmpty());
  }

  @Test
  void a_file_whose_parts_unfold_to_gigabytes_fails_with_words() {
    String path = service.publish(EndlessPdfs.chainOfXrefStreams());

    assertThat(service.state(service.firstSource(path))).isEqualTo("CompletedWithErrors");
    assertThat(service.emulator().conversions().all().get(0).failure())
        .isEqualTo("The PDF cannot be read: its parts unfold to more than 512 MB.");
  }

  @Test
  void a_file_that_takes_too_long_to_read_fails_with_words() {
    service.emulator().reset(OPTIONS.inspectionTimeout(Duration.ofMillis(100)));
    service.publish(EndlessPdfs.chainOfXrefStreams());

    assertThat(service.emulator().conversions().all().get(0).failure())
        .isEqualTo(
            "The PDF cannot be read: it takes longer than the 0.1 seconds that the emulator"
                + " grants.");
  }

  private List<CompletableFuture<Reply>> drawMany() {
    List<CompletableFuture<Reply>> covers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String path = service.publish(FILES.get("a million shadings"));
      covers.add(CompletableFuture.supplyAsync(() -> cover(path), waiting));
    }
    await().untilAsserted(() -> assertThat(threads(DRAWING)).isNotEmpty());
    return covers;
  }

  private Reply cover(String path) {
    return service.api().follow("GET", service.publication(path).get("cover").textValue());
  }

  private static List<String> threads(String part) {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.contains(part))
        .toList();
  }
}
