package io.github.flippingbookemulator.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.flippingbookemulator.internal.source.pdf.TestPdfs;
import io.github.flippingbookemulator.source.SourceEvent.ConversionFailed;
import io.github.flippingbookemulator.testkit.Api.Reply;
import io.github.flippingbookemulator.testkit.Json;
import io.github.flippingbookemulator.testkit.TestEmulator;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Outcomes that a test sets for the next sources. */
class ConversionOutcomeTest {
  @AutoClose final TestEmulator service = TestEmulator.frozen();

  @ParameterizedTest
  @EnumSource(Pace.class)
  void the_next_source_fails_and_the_one_after_it_does_not(Pace pace) {
    conversions().pace(pace);
    conversions().failNext("the test says so");
    String failed = service.publish(TestPdfs.pages(1));
    String good = service.publish(TestPdfs.pages(1));
    goOn();

    assertThat(service.state(failed)).isEqualTo("Empty, Trashed");
    assertThat(service.state(good)).isEqualTo("HasContent, Published, CompletedAllStages");
    assertThat(service.happened(ConversionFailed.class))
        .extracting(ConversionFailed::reason)
        .containsExactly("the test says so");
  }

  @Test
  void the_next_source_is_refused_and_the_publication_is_made_all_the_same() {
    conversions().refuseNext("no room today");
    String body = TestEmulator.data(TestPdfs.pages(1));

    Reply made = service.api().post("/fbonline/publication", body).ok();

    assertThat(made.at("/createdSource"))
        .isEqualTo(
            Json.parse(
                """
                {"success": false, "wellKnownError": "InternalError", "message": "no room today",
                 "error": "InternalError"}
                """));
    String path = "/fbonline/publication/" + made.text("/id");
    assertThat(service.api().get(path + "/source").ok().at("/sources")).isEmpty();
    assertThat(service.state(path)).isEqualTo("Empty");

    conversions().refuseNext("no room today");
    assertThat(service.api().post(path + "/source", body).refused(500, "InternalError"))
        .isEqualTo("no room today");
    service.api().post(path + "/source", body).ok();
  }

  @ParameterizedTest
  @EnumSource(
      names = {"WAIT_AUTO_QUEUE", "WAIT_MANUAL_QUEUE", "QUEUED", "COMPLETED"},
      value = SourceState.class)
  void the_next_source_gets_stuck_until_it_is_released(SourceState state) {
    conversions().nextOutcome(new Outcome.Stuck(state));
    String path = service.publish(TestPdfs.pages(1));
    String source = service.firstSource(path);
    service.emulator().clock().advance(Duration.ofDays(1));
    assertThat(service.state(source)).isEqualTo(state.wire());

    conversions().release(TestEmulator.id(source));
    service.emulator().clock().advance(Duration.ofDays(1));
    assertThat(service.state(source)).isEqualTo("CompletedAllStages");
    assertThat(service.state(path)).isEqualTo("HasContent, Published, CompletedAllStages");
  }

  @ParameterizedTest
  @EnumSource(
      names = {"WAIT_AUTO_QUEUE", "WAIT_MANUAL_QUEUE", "QUEUED", "COMPLETED"},
      value = SourceState.class)
  void a_stuck_source_can_be_finished_and_failed(SourceState state) {
    conversions().nextOutcome(new Outcome.Stuck(state));
    conversions().nextOutcome(new Outcome.Stuck(state));
    String finished = service.firstSource(service.publish(TestPdfs.pages(1)));
    String failed = service.firstSource(service.publish(TestPdfs.pages(1)));
    service.emulator().clock().advance(Duration.ofDays(1));
    conversions().finish(TestEmulator.id(finished));
    conversions().fail(TestEmulator.id(failed), "the test says so");

    assertThat(service.state(finished)).isEqualTo("CompletedAllStages");
    assertThat(service.state(failed)).isEqualTo("CompletedWithErrors");
  }

  @ParameterizedTest
  @EnumSource(
      names = {"COMPLETED_ALL_STAGES", "COMPLETED_WITH_ERRORS"},
      value = SourceState.class)
  void nothing_gets_stuck_in_a_final_state(SourceState state) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Outcome.Stuck(state))
        .withMessageContaining(state.name());
  }

  @Test
  void outcomes_are_used_up_in_the_order_in_which_they_were_given() {
    conversions().failNext("first");
    conversions().nextOutcome(new Outcome.Natural());
    conversions().failNext("third");
    String first = service.publish(TestPdfs.pages(1));
    String second = service.publish(TestPdfs.pages(1));
    String third = service.publish(TestPdfs.pages(1));
    conversions().finishAll();

    assertThat(service.state(first)).endsWith("Trashed");
    assertThat(service.state(second)).endsWith("CompletedAllStages");
    assertThat(service.state(third)).endsWith("Trashed");
  }

  @Test
  void a_reset_forgets_them() {
    conversions().failNext("before the reset");
    conversions().pace(Pace.MANUAL);
    conversions().nextPace(Pace.IMMEDIATE);
    service.emulator().reset();
    String path = service.publish(TestPdfs.pages(1));
    assertThat(service.state(path)).isEqualTo("Empty");
    service.emulator().clock().advance(Duration.ofMillis(3050));

    assertThat(service.state(path)).endsWith("CompletedAllStages");
  }

  private ConversionsControl conversions() {
    return service.emulator().conversions();
  }

  private void goOn() {
    service.emulator().clock().advance(Duration.ofDays(1));
    if (conversions().pace() != Pace.TIMED) {
      conversions().finishAll();
    }
  }
}
