package io.github.flippingbookemulator.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.flippingbookemulator.internal.source.pdf.TestPdfs;
import io.github.flippingbookemulator.source.SourceEvent.ConversionFailed;
import io.github.flippingbookemulator.testkit.TestEmulator;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Conversions whose steps a test triggers. */
class ControlledConversionTest {
  @AutoClose final TestEmulator service = TestEmulator.frozen(options -> options.pace(Pace.MANUAL));

  @Test
  void each_step_is_one_state_or_stage_on() {
    String source = source();
    assertThat(seen(source)).isEqualTo("WaitAutoQueue");

    List<String> seen =
        IntStream.range(0, 5)
            .mapToObj(
                i -> {
                  conversions().step(TestEmulator.id(source));
                  return seen(source);
                })
            .toList();
    assertThat(seen)
        .containsExactly(
            "Queued",
            "Queued Preview 0",
            "Completed L1 0",
            "CompletedAllStages",
            "CompletedAllStages");
  }

  @Test
  void neither_the_clock_nor_asking_moves_it() {
    String source = source();
    service.emulator().clock().advance(Duration.ofDays(1));

    assertThat(seen(source)).isEqualTo("WaitAutoQueue");
    assertThat(seen(source)).isEqualTo("WaitAutoQueue");
  }

  @Test
  void finish_goes_all_the_way_with_one_source() {
    String finished = source();
    String other = source();
    conversions().step(TestEmulator.id(finished));
    conversions().finish(TestEmulator.id(finished));

    assertThat(seen(finished)).isEqualTo("CompletedAllStages");
    assertThat(seen(other)).isEqualTo("WaitAutoQueue");
  }

  @Test
  void finish_all_goes_all_the_way_with_all_sources() {
    String fresh = source();
    String held = source();
    String halfway = source();
    String failed = source();
    conversions().hold(TestEmulator.id(held));
    IntStream.range(0, 3).forEach(i -> conversions().step(TestEmulator.id(halfway)));
    conversions().fail(TestEmulator.id(failed), "the test says so");
    conversions().finishAll();

    assertThat(List.of(seen(fresh), seen(held), seen(halfway))).containsOnly("CompletedAllStages");
    assertThat(seen(failed)).isEqualTo("CompletedWithErrors");
  }

  @Test
  void a_source_can_be_made_to_fail_in_any_state() {
    for (int steps = 0; steps < 4; steps++) {
      String source = source();
      IntStream.range(0, steps).forEach(i -> conversions().step(TestEmulator.id(source)));
      conversions().fail(TestEmulator.id(source), "after " + steps);

      assertThat(seen(source)).isEqualTo("CompletedWithErrors");
      assertThat(service.happened(ConversionFailed.class))
          .extracting(ConversionFailed::reason)
          .hasSize(steps + 1)
          .endsWith("after " + steps);
    }
  }

  @Test
  void what_has_arrived_cannot_fail_any_more() {
    String source = source();
    conversions().finish(TestEmulator.id(source));
    conversions().fail(TestEmulator.id(source), "too late");

    assertThat(seen(source)).isEqualTo("CompletedAllStages");
    assertThat(service.happened(ConversionFailed.class)).isEmpty();
  }

  @Test
  void a_held_source_stays_until_it_is_released() {
    conversions().pace(Pace.TIMED);
    String source = source();
    conversions().hold(TestEmulator.id(source));
    assertThat(seen(source)).isEqualTo("WaitManualQueue");
    service.emulator().clock().advance(Duration.ofDays(1));
    conversions().step(TestEmulator.id(source));
    assertThat(seen(source)).isEqualTo("WaitManualQueue");

    conversions().release(TestEmulator.id(source));
    assertThat(seen(source)).isEqualTo("WaitAutoQueue");
    service.emulator().clock().advance(Duration.ZERO);
    assertThat(seen(source)).isEqualTo("Queued Preview 0");
  }

  @Test
  void only_what_is_not_queued_yet_can_be_held() {
    String source = source();
    conversions().step(TestEmulator.id(source));

    assertThatThrownBy(() -> conversions().hold(TestEmulator.id(source)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Queued");
    assertThat(seen(source)).isEqualTo("Queued");
  }

  @Test
  void an_unknown_source_is_a_mistake_of_the_test() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> conversions().step("nosuchsource"))
        .withMessageContaining("nosuchsource");
  }

  @Test
  void a_new_pace_is_for_new_sources_and_the_next_pace_for_one() {
    conversions().nextPace(Pace.IMMEDIATE);
    conversions().nextPace(Pace.PER_POLL);
    assertThat(seen(source())).isEqualTo("CompletedAllStages");
    assertThat(seen(source())).isEqualTo("Queued");
    String manual = source();
    assertThat(seen(manual)).isEqualTo("WaitAutoQueue");
    conversions().pace(Pace.IMMEDIATE);

    assertThat(conversions().pace()).isEqualTo(Pace.IMMEDIATE);
    assertThat(seen(manual)).isEqualTo("WaitAutoQueue");
    assertThat(seen(source())).isEqualTo("CompletedAllStages");
  }

  @Test
  void the_pace_of_a_source_can_change_midway() {
    String source = source();
    String id = TestEmulator.id(source);
    conversions().step(id);
    conversions().pace(id, Pace.PER_POLL);
    assertThat(seen(source)).isEqualTo("Queued Preview 0");
    conversions().pace(id, Pace.TIMED);
    service.emulator().clock().advance(Duration.ofMillis(50));
    assertThat(seen(source)).isEqualTo("Completed L1 1");
    conversions().pace(id, Pace.IMMEDIATE);
    assertThat(seen(source)).isEqualTo("CompletedAllStages");
  }

  @Test
  void all_sources_are_seen_across_accounts_and_publications() {
    String first = source();
    String second = source();
    conversions().step(TestEmulator.id(second));

    assertThat(conversions().all())
        .extracting(Source::id, Source::state)
        .containsExactly(
            tuple(TestEmulator.id(first), SourceState.WAIT_AUTO_QUEUE),
            tuple(TestEmulator.id(second), SourceState.QUEUED));
    Source one = conversions().get(TestEmulator.id(second));
    assertThat(conversions().of(one.publicationId())).containsExactly(one);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> conversions().get("nosuchsource"))
        .withMessageContaining("nosuchsource");
  }

  private ConversionsControl conversions() {
    return service.emulator().conversions();
  }

  private String source() {
    return service.addSource(service.create("{}"), TestEmulator.data(TestPdfs.pages(2)));
  }

  private String seen(String path) {
    var source = service.source(path);
    return (source.get("state").textValue()
            + " "
            + source.path("stage").asText()
            + " "
            + source.path("progress").asText())
        .strip();
  }
}
