package io.github.flippingbookemulator.internal.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.flippingbookemulator.internal.control.ControlJson;
import io.github.flippingbookemulator.internal.control.StatementRegistry.Confirmation;
import io.github.flippingbookemulator.internal.control.StatementRegistry.Confirmations;
import io.github.flippingbookemulator.internal.fidelity.Statement;
import io.github.flippingbookemulator.internal.option.OptionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MergedReportsTest {
  @TempDir private Path folder;
  private final MergedReports merged = new MergedReports();

  @Test
  void confirmations_are_counted_with_their_newest_day() {
    merged.add(report("one", "2026-12-01", true, agrees(Statement.RATE_ONE_A_SECOND)));
    merged.add(report("two", "2026-12-09", true, agrees(Statement.RATE_ONE_A_SECOND)));
    merged.add(report("three", "2026-12-05", true, differs(Statement.RATE_ONE_A_SECOND)));

    assertThat(merged.confirmations().confirmations())
        .containsExactly(new Confirmation("rate.one-a-second", "2026-12-09", 2, 1));
    assertThat(merged.notes()).isEmpty();
  }

  @Test
  void a_report_counts_once() {
    Path file = report("one", "2026-12-01", true, agrees(Statement.GENERAL_HEAD));
    merged.add(file);
    merged.add(file);

    assertThat(merged.confirmations().confirmations())
        .extracting(Confirmation::confirmations)
        .containsExactly(1);
    assertThat(merged.notes()).singleElement().asString().contains("the same report");
  }

  @Test
  void a_comparison_with_this_machine_confirms_nothing() {
    merged.add(report("one", "2026-12-01", false, agrees(Statement.GENERAL_HEAD)));

    assertThat(merged.confirmations().confirmations()).isEmpty();
    assertThat(merged.notes()).singleElement().asString().contains("of its own machine");
  }

  @Test
  void a_statement_that_one_probe_contradicts_is_not_confirmed_by_another() {
    merged.add(
        report(
            "one",
            "2026-12-01",
            true,
            agrees(Statement.GENERAL_HEAD),
            differs(Statement.GENERAL_HEAD)));

    assertThat(merged.confirmations().confirmations())
        .containsExactly(new Confirmation("general.head", null, 0, 1));
  }

  @Test
  void the_merged_form_is_that_of_the_registry() {
    Path file = report("one", "2026-12-01", true, agrees(Statement.GENERAL_HEAD));

    String json = Compare.merge(List.of(file), System.err);

    assertThat(ControlJson.read(json.getBytes(StandardCharsets.UTF_8), Confirmations.class))
        .isEqualTo(
            new Confirmations(List.of(new Confirmation("general.head", "2026-12-01", 1, 0))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no JSON",
        "[]",
        "{\"run\":\"a\"}",
        "{\"run\":\"a\",\"date\":\"today\",\"live\":true,\"findings\":[]}",
        "{\"run\":\"a\",\"date\":\"2026-12-01\",\"live\":true,\"findings\":[1]}"
      })
  void anything_else_is_refused_with_its_name(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("other.json"), text);
    assertThatExceptionOfType(OptionException.class)
        .isThrownBy(() -> merged.add(file))
        .withMessage("%s is no report: give a file that --json of compare has written", file);
  }

  @Test
  void a_file_that_is_not_there_is_named() {
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> merged.add(folder.resolve("none.json")))
        .withMessageContaining("there is no such file");
  }

  private static Finding agrees(Statement statement) {
    return new Finding(statement.id(), "any", Verdict.AGREES.words(), "1", "1", "");
  }

  private static Finding differs(Statement statement) {
    return new Finding(statement.id(), "any", Verdict.DIFFERS.words(), "1", "2", "");
  }

  private Path report(String run, String date, boolean live, Finding... findings) {
    Path file = folder.resolve(run + ".json");
    CompareReport.of(run, date, "test", "api.example.com", live, false, List.of(findings))
        .write(file, null);
    return file;
  }
}
