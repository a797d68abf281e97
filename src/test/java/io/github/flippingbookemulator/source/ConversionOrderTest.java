package io.github.flippingbookemulator.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.account.AccountOptions;
import io.github.flippingbookemulator.internal.source.pdf.TestPdfs;
import io.github.flippingbookemulator.testkit.TestEmulator;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Several conversions at once: two at a time, in order of arrival. */
class ConversionOrderTest {
  private static final String WAITING = "Queued";
  private static final String PREVIEW = "Queued Preview";
  private static final String PAGES = "Completed L1";
  private static final String DONE = "CompletedAllStages";

  @AutoClose final TestEmulator service = TestEmulator.frozen();

  @Test
  void two_are_converted_at_a_time_in_order_of_arrival() {
    List<String> sources = sources(5);

    advance(1000);
    assertThat(seen(sources)).containsExactly(PREVIEW, PREVIEW, WAITING, WAITING, WAITING);
    advance(2000);
    assertThat(seen(sources)).containsExactly(PAGES, PAGES, WAITING, WAITING, WAITING);
    advance(50);
    assertThat(seen(sources)).containsExactly(DONE, DONE, PREVIEW, PREVIEW, WAITING);
    advance(2050);
    assertThat(seen(sources)).containsExactly(DONE, DONE, DONE, DONE, PREVIEW);
    advance(2050);
    assertThat(seen(sources)).containsOnly(DONE);
  }

  @Test
  void accounts_do_not_wait_for_each_other() {
    List<String> sources = sources(3);
    service.emulator().accounts().open(AccountOptions.defaults().withApiKey("another-key"));
    String id = service.api().as("another-key").publish(TestPdfs.pages(1));
    advance(3050);

    assertThat(seen(sources)).containsExactly(DONE, DONE, PREVIEW);
    assertThat(
            service
                .api()
                .as("another-key")
                .get("/fbonline/publication/" + id)
                .ok()
                .text("/publication/state"))
        .endsWith(DONE);
  }

  @Test
  void a_failed_source_takes_no_place() {
    service.publish(TestPdfs.notAPdf());
    service.publish(TestPdfs.notAPdf());
    List<String> sources = sources(2);
    advance(1000);

    assertThat(seen(sources)).containsOnly(PREVIEW);
  }

  @Test
  void a_controlled_source_gives_its_place_to_the_next_one() {
    List<String> sources = sources(5);
    advance(1000);
    conversions().finish(id(sources, 0));
    assertThat(seen(sources)).containsExactly(DONE, PREVIEW, PREVIEW, WAITING, WAITING);

    conversions().fail(id(sources, 1), "the test says so");
    assertThat(seen(sources).subList(2, 5)).containsExactly(PREVIEW, PREVIEW, WAITING);

    conversions().pace(id(sources, 2), Pace.MANUAL);
    assertThat(seen(sources).subList(2, 5)).containsOnly(PREVIEW);
    advance(2050);
    assertThat(seen(sources).subList(2, 5)).containsExactly(PREVIEW, DONE, DONE);
  }

  @Test
  void a_source_that_is_controlled_while_it_waits_leaves_the_queue() {
    List<String> sources = sources(4);
    advance(1000);
    conversions().finish(id(sources, 2));
    advance(2050);

    assertThat(seen(sources)).containsExactly(DONE, DONE, DONE, PREVIEW);
  }

  @Test
  void a_step_by_hand_keeps_the_place() {
    List<String> sources = sources(3);
    advance(1000);
    conversions().step(id(sources, 0));

    assertThat(seen(sources)).containsExactly(PAGES, PREVIEW, WAITING);
    advance(50);
    assertThat(seen(sources)).containsExactly(DONE, PREVIEW, PREVIEW);
  }

  @Test
  void a_stuck_source_gives_its_place_to_the_next_one() {
    Stream.of(SourceState.QUEUED, SourceState.COMPLETED)
        .forEach(state -> conversions().nextOutcome(new Outcome.Stuck(state)));
    List<String> sources = sources(4);
    advance(1000);
    assertThat(seen(sources)).containsExactly(WAITING, PREVIEW, PREVIEW, WAITING);
    advance(60_000);

    assertThat(seen(sources)).containsExactly(WAITING, PAGES, DONE, DONE);
  }

  @Test
  void a_released_source_waits_for_a_place() {
    conversions().nextOutcome(new Outcome.Stuck(SourceState.COMPLETED));
    List<String> sources = sources(4);
    advance(3050); // the first one is stuck, so the last two are under way
    advance(100);
    assertThat(seen(sources)).containsExactly(PAGES, DONE, PREVIEW, PREVIEW);

    conversions().release(id(sources, 0));
    advance(100);
    assertThat(seen(sources)).containsExactly(PAGES, DONE, PREVIEW, PREVIEW);
    advance(2000);
    assertThat(seen(sources)).containsOnly(DONE);
  }

  @Test
  void a_source_that_comes_back_to_the_clock_waits_for_a_place() {
    List<String> sources = sources(4);
    advance(1000);
    conversions().pace(id(sources, 0), Pace.MANUAL);
    assertThat(seen(sources)).containsExactly(PREVIEW, PREVIEW, PREVIEW, WAITING);

    conversions().pace(id(sources, 0), Pace.TIMED);
    advance(2000);
    assertThat(seen(sources)).containsExactly(PREVIEW, PAGES, PAGES, WAITING);
    advance(50);
    // The time of its preview passed while it waited, so its pages begin at once.
    assertThat(seen(sources)).containsExactly(PAGES, DONE, DONE, PREVIEW);
  }

  private ConversionsControl conversions() {
    return service.emulator().conversions();
  }

  /** Publishes PDFs of one page and returns their sources. */
  private List<String> sources(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> service.firstSource(service.publish(TestPdfs.pages(1))))
        .toList();
  }

  private void advance(long millis) {
    service.emulator().clock().advance(Duration.ofMillis(millis));
  }

  private static String id(List<String> sources, int index) {
    return TestEmulator.id(sources.get(index));
  }

  private List<String> seen(List<String> sources) {
    return sources.stream()
        .map(service::source)
        .map(
            source ->
                source.get("state").textValue()
                    + (source.has("stage") ? " " + source.get("stage").textValue() : ""))
        .toList();
  }
}
