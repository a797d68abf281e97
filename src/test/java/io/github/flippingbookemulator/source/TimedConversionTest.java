package io.github.flippingbookemulator.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.flippingbookemulator.internal.source.pdf.TestPdfs;
import io.github.flippingbookemulator.testkit.FileServer;
import io.github.flippingbookemulator.testkit.TestEmulator;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Conversions in pace TIMED: 1 s before the queue, 2 s of preview, 50 ms per page of L1. */
class TimedConversionTest {
  @AutoClose final TestEmulator service = TestEmulator.frozen();
  @AutoClose final FileServer web = new FileServer();

  @Test
  void a_source_passes_its_stages_at_their_times() {
    String path = service.publish(TestPdfs.pages(20));
    String source = service.firstSource(path);
    String none = " - -";

    assertThat(seen(source)).isEqualTo("WaitAutoQueue" + none);
    assertThat(afterMillis(999, source)).isEqualTo("WaitAutoQueue" + none);
    assertThat(afterMillis(1, source)).isEqualTo("Queued Preview 0");
    assertThat(afterMillis(1000, source)).isEqualTo("Queued Preview 0.5");
    assertThat(afterMillis(999, source)).isEqualTo("Queued Preview 0.99");
    assertThat(service.state(path)).isEqualTo("Empty");
    assertThat(afterMillis(1, source)).isEqualTo("Completed L1 0");
    assertThat(service.state(path)).isEqualTo("HasContent, Published");
    assertThat(afterMillis(49, source)).isEqualTo("Completed L1 0");
    assertThat(afterMillis(1, source)).isEqualTo("Completed L1 1");
    assertThat(afterMillis(949, source)).isEqualTo("Completed L1 19");
    assertThat(service.state(path)).isEqualTo("HasContent, Published");
    assertThat(afterMillis(1, source)).isEqualTo("CompletedAllStages" + none);
    assertThat(service.state(path)).isEqualTo("HasContent, Published, CompletedAllStages");
    assertThat(service.publication(path).get("totalPages").intValue()).isEqualTo(20);
    assertThat(afterMillis(1_000_000, source)).isEqualTo("CompletedAllStages" + none);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 49, 93})
  void every_page_counts_when_its_time_is_over(int pages) {
    String source = service.firstSource(service.publish(TestPdfs.pages(pages)));
    afterMillis(3000, source);

    for (int done = 1; done < pages; done++) {
      assertThat(afterMillis(50, source)).isEqualTo("Completed L1 " + done);
    }
    assertThat(afterMillis(50, source)).startsWith("CompletedAllStages");
  }

  @Test
  void every_hundredth_of_the_preview_counts_when_its_time_is_over() {
    String source = service.firstSource(service.publish(TestPdfs.pages(1)));
    afterMillis(1000, source);

    for (int hundredth = 1; hundredth < 100; hundredth++) {
      String fraction = ("0." + (hundredth < 10 ? "0" : "") + hundredth).replaceFirst("0$", "");
      assertThat(afterMillis(20, source)).isEqualTo("Queued Preview " + fraction);
    }
  }

  @Test
  void the_times_can_be_chosen() {
    try (TestEmulator quick =
        TestEmulator.frozen(
            options ->
                options.conversionTimes(
                    new ConversionTimes(
                        Duration.ofMillis(10), Duration.ofMillis(20), Duration.ofMillis(5))))) {
      String path = quick.publish(TestPdfs.pages(4));
      quick.emulator().clock().advance(Duration.ofMillis(49));
      assertThat(quick.state(path)).isEqualTo("HasContent, Published");
      quick.emulator().clock().advance(Duration.ofMillis(1));
      assertThat(quick.state(path)).endsWith("CompletedAllStages");
    }
  }

  @Test
  void one_jump_does_all_steps_each_at_its_own_time() {
    String path = service.publish(TestPdfs.pages(20));
    String start = service.publication(path).get("creationTime").textValue();
    service.emulator().clock().advance(Duration.ofDays(1));

    assertThat(service.publication(path).get("modificationTime").textValue())
        .isEqualTo(Instant.parse(start).plusSeconds(4).toString());
  }

  @Test
  void asking_does_not_move_it() {
    String path = service.publish(TestPdfs.pages(1));
    String source = service.firstSource(path);

    for (int i = 0; i < 5; i++) {
      service.publication(path);
      assertThat(service.state(source)).isEqualTo("WaitAutoQueue");
    }
  }

  @Test
  void an_advance_waits_for_a_download_under_way() {
    CountDownLatch advancing = new CountDownLatch(1);
    byte[] pdf = TestPdfs.pages(1);
    String url =
        web.on(
            "/slow.pdf",
            exchange -> {
              try {
                advancing.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              exchange.sendResponseHeaders(200, pdf.length);
              exchange.getResponseBody().write(pdf);
              exchange.close();
            });
    String path = service.create("{url: '" + url + "'}");
    assertThat(service.state(service.firstSource(path))).isEqualTo("WaitAutoQueue");
    advancing.countDown();
    service.emulator().clock().advance(Duration.ofMillis(3050));

    assertThat(service.state(path)).endsWith("CompletedAllStages");
  }

  @Test
  void modification_time_moves_with_the_active_source_only() {
    String path = service.publish(TestPdfs.pages(1));
    service.emulator().clock().advance(Duration.ofMinutes(1));
    service.addSource(path, TestEmulator.data(TestPdfs.pages(2)));
    String added = service.publication(path).get("modificationTime").textValue();

    service.emulator().clock().advance(Duration.ofMillis(3050)); // its preview is not shown
    assertThat(service.publication(path).get("modificationTime").textValue()).isEqualTo(added);
    service.emulator().clock().advance(Duration.ofMillis(50));
    assertThat(service.publication(path).get("modificationTime").textValue())
        .isEqualTo(service.emulator().clock().now().toString());
  }

  private String afterMillis(long millis, String source) {
    service.emulator().clock().advance(Duration.ofMillis(millis));
    return seen(source);
  }

  /** State, stage and progress of a source; a dash for each that is missing. */
  private String seen(String path) {
    JsonNode source = service.source(path);
    assertThat(source.path("Progress")).isEqualTo(source.path("progress"));
    return "%s %s %s"
        .formatted(
            source.get("state").textValue(), text(source, "stage"), text(source, "progress"));
  }

  private static String text(JsonNode source, String property) {
    return source.has(property) ? source.get(property).textValue() : "-";
  }
}
