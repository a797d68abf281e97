package io.github.flippingbookemulator.internal.compare;

import static io.github.flippingbookemulator.internal.compare.ComparingEmulator.fast;
import static io.github.flippingbookemulator.internal.compare.ComparingEmulator.service;
import static io.github.flippingbookemulator.internal.compare.ComparingEmulator.statements;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.fault.CallMatcher;
import io.github.flippingbookemulator.fault.Fault;
import io.github.flippingbookemulator.http.RateLimit;
import io.github.flippingbookemulator.internal.fidelity.Statement;
import io.github.flippingbookemulator.internal.source.pdf.TestPdfs;
import io.github.flippingbookemulator.publication.Publication;
import io.github.flippingbookemulator.testkit.Api;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What a comparison says of emulators whose switches make known statements differ. */
class CompareTest {
  @AutoClose private final ComparingEmulator comparing = new ComparingEmulator();

  @Test
  void two_equal_emulators_agree_on_every_statement() {
    try (Emulator service = service(fast())) {
      published(service);
      CompareReport report = comparing.writingWithEvents(service);

      assertThat(statements(report, Verdict.AGREES))
          .containsExactlyInAnyOrderElementsOf(checked().map(Statement::id).toList());
      assertThat(report.exitCode()).isZero();
      assertThat(report.scores()).allMatch(each -> each.confirmed() == each.statements());
      assertNothingLeft(service, 1);
    }
  }

  @Test
  void only_reading_changes_nothing() {
    try (Emulator service = service(fast())) {
      published(service);
      String before = service.snapshot().toJson();
      CompareReport report = comparing.readOnly(service);

      assertThat(withoutClock(service.snapshot().toJson())).isEqualTo(withoutClock(before));
      assertThat(statements(report, Verdict.NOT_TRIED))
          .contains("link.without-title", "event.body");
      assertThat(report.exitCode()).as("what was not tried is no failure").isZero();
    }
  }

  @Test
  void flat_errors_differ_in_the_form_of_errors() {
    try (Emulator service = service(fast().flatErrors(true))) {
      published(service);
      CompareReport report = comparing.writing(service);

      assertThat(statements(report, Verdict.DIFFERS))
          .containsExactly("errors.general-form", "errors.several");
      assertThat(statements(report, Verdict.COULD_NOT_TELL)).isEmpty();
      assertThat(report.exitCode()).isEqualTo(1);
      assertThat(comparing.output())
          .contains("service:  {\"success\":\"false\",\"error\":\"string\"");
    }
  }

  @Test
  void application_errors_as_200_differ_in_their_status() {
    try (Emulator service = service(fast().applicationErrorsAs200(true))) {
      published(service);
      CompareReport report = comparing.writing(service);

      assertThat(statements(report, Verdict.DIFFERS))
          .containsExactly("auth.wrong-access-token", "errors.object-not-found");
    }
  }

  @Test
  void a_service_that_refuses_calls_is_asked_again_and_differs_in_that() {
    try (Emulator service = service(fast().speed(8).rateLimit(RateLimit.REJECT))) {
      published(service);
      // A token comes each 125 ms; after a refusal there are pauses of 350 ms in all.
      comparing.interval(Duration.ofMillis(25));
      CompareReport report = comparing.readOnly(service);

      assertThat(statements(report, Verdict.DIFFERS)).containsExactly("rate.one-a-second");
      assertThat(statements(report, Verdict.COULD_NOT_TELL)).isEmpty();
    }
  }

  @Test
  void an_account_without_publications_leaves_open_what_they_look_like() {
    try (Emulator service = service(fast())) {
      CompareReport report = comparing.readOnly(service);

      assertThat(statements(report, Verdict.COULD_NOT_TELL)).contains("publication.ids");
      assertThat(report.exitCode()).isEqualTo(1);
      assertThat(comparing.output()).contains("the account has no publication");
    }
  }

  @Test
  void what_was_made_is_removed_also_if_its_answer_was_lost() {
    try (Emulator service = service(fast())) {
      published(service);
      service
          .faults()
          .add(new Fault.CutAfter(), CallMatcher.next().to("POST", "/fbonline/publication"));
      service
          .faults()
          .add(new Fault.CutAfter(), CallMatcher.next().to("POST", "/fbonline/triggers"));
      CompareReport report = comparing.writing(service);

      assertThat(statements(report, Verdict.COULD_NOT_TELL))
          .contains("publication.defaults", "trigger.bad-values");
      assertNothingLeft(service, 1);
    }
  }

  @Test
  void what_cannot_be_removed_is_named() {
    try (Emulator service = service(fast())) {
      published(service);
      service.faults().add(new Fault.ProxyError(502), CallMatcher.every().to("DELETE", "/**"));
      comparing.writing(service);

      assertThat(comparing.output())
          .containsPattern(
              "Not removed, please do it by hand: publication [0-9a-f]{32} \\(answered 502");
    }
  }

  @Test
  void the_catalogue_checks_many_statements_of_all_groups_of_calls() {
    assertThat(Comparison.catalogue()).hasSizeGreaterThanOrEqualTo(25);
    assertThat(checked()).hasSizeGreaterThanOrEqualTo(60);
    assertThat(checked().map(each -> each.id().replaceFirst("\\..*", "")))
        .contains("auth", "keys", "folders", "publication", "source", "link", "trigger", "event");
  }

  private static Stream<Statement> checked() {
    return Compare.statementsByCall().values().stream().flatMap(Set::stream).distinct();
  }

  private static void published(Emulator service) {
    Api api = new Api(service);
    api.publish(TestPdfs.pages(1));
    service.conversions().finishAll();
  }

  private static void assertNothingLeft(Emulator service, int before) {
    assertThat(service.publications().all().stream().filter(each -> !isTrashed(each)))
        .hasSize(before);
    assertThat(service.triggers().all().stream().filter(each -> each.endpoint() != null)).isEmpty();
  }

  private static boolean isTrashed(Publication publication) {
    return publication.state().contains("Trashed");
  }

  /** Reading also moves times of the clock, which are no state of the account. */
  private static String withoutClock(String snapshot) {
    return snapshot.replaceAll("\"(now|time)\"\\s*:\\s*\"[^\"]*\"", "");
  }
}
