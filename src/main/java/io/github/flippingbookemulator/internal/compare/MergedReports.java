package io.github.flippingbookemulator.internal.compare;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.flippingbookemulator.internal.control.StatementRegistry.Confirmation;
import io.github.flippingbookemulator.internal.control.StatementRegistry.Confirmations;
import io.github.flippingbookemulator.internal.fidelity.Statement;
import io.github.flippingbookemulator.internal.json.RelaxedJson;
import io.github.flippingbookemulator.internal.json.UnreadableJson;
import io.github.flippingbookemulator.internal.option.OptionException;
import io.github.flippingbookemulator.internal.option.TextFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Several people's reports as one list of what was confirmed. */
final class MergedReports {
  private static final String DATE = "\\d{4}-\\d\\d-\\d\\d";

  private final Map<Statement, Confirmation> confirmations = new EnumMap<>(Statement.class);
  private final Set<String> runs = new HashSet<>();
  private final List<String> notes = new ArrayList<>();

  /**
   * Adds a report.
   *
   * @throws OptionException if the file is no report
   * @throws java.io.UncheckedIOException if it cannot be read
   */
  void add(Path file) {
    JsonNode report = read(file);
    String run = report.path("run").asText();
    String date = report.path("date").asText();
    if (run.isEmpty() || !date.matches(DATE) || !report.path("findings").isArray()) {
      throw noReport(file);
    }
    if (!report.path("live").asBoolean()) {
      notes.add(file + " is left out: it compared with an address of its own machine");
    } else if (!runs.add(run)) {
      notes.add(file + " is left out: it is the same report as one before it");
    } else {
      merge(verdicts(file, report), date);
    }
  }

  /** What was confirmed or contradicted, in the order of the statements. */
  Confirmations confirmations() {
    return new Confirmations(List.copyOf(confirmations.values()));
  }

  /** What the user should know about the files. */
  List<String> notes() {
    return notes;
  }

  private void merge(Map<Statement, Verdict> verdicts, String date) {
    verdicts.forEach(
        (statement, verdict) -> {
          boolean agrees = verdict == Verdict.AGREES;
          if (agrees || verdict == Verdict.DIFFERS) {
            Confirmation before =
                confirmations.getOrDefault(statement, new Confirmation(statement.id(), null, 0, 0));
            String newest = before.date();
            boolean newer = agrees && (newest == null || date.compareTo(newest) > 0);
            confirmations.put(
                statement,
                new Confirmation(
                    statement.id(),
                    newer ? date : newest,
                    before.confirmations() + (agrees ? 1 : 0),
                    before.contradictions() + (agrees ? 0 : 1)));
          }
        });
  }

  /** A statement that several probes check is as good as the worst of them. */
  private Map<Statement, Verdict> verdicts(Path file, JsonNode report) {
    Map<String, Verdict> words = new HashMap<>();
    for (Verdict each : Verdict.values()) {
      words.put(each.words(), each);
    }
    Map<Statement, Verdict> verdicts = new EnumMap<>(Statement.class);
    for (JsonNode finding : report.path("findings")) {
      Verdict verdict = words.get(finding.path("verdict").asText());
      if (verdict == null) {
        throw noReport(file);
      }
      String id = finding.path("statement").asText();
      Statement.withId(id)
          .ifPresentOrElse(
              statement -> verdicts.merge(statement, verdict, MergedReports::worse),
              () -> notes.add(file + " tells of a statement that is unknown here: " + id));
    }
    return verdicts;
  }

  private static Verdict worse(Verdict one, Verdict other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static JsonNode read(Path file) {
    String text = TextFile.read("report", file);
    try {
      return RelaxedJson.parse(text.getBytes(StandardCharsets.UTF_8));
    } catch (UnreadableJson e) {
      throw noReport(file);
    }
  }

  private static OptionException noReport(Path file) {
    return new OptionException(
        file + " is no report: give a file that --json of compare has written");
  }
}
