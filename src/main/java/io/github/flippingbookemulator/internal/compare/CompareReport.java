package io.github.flippingbookemulator.internal.compare;

import io.github.flippingbookemulator.internal.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison found out. It is written as JSON, and read again to be merged.
 *
 * @param run distinguishes it from other comparisons, so that none counts twice
 * @param date the day, as {@code 2026-12-31}
 * @param version of the emulator
 * @param host of the service; no more of its address
 * @param complete false if the run was stopped before its end
 * @param live false if the service was an address of this machine, which confirms nothing
 * @param findings one for each statement of each probe
 * @param scores by call
 */
public record CompareReport(
    String run,
    String date,
    String version,
    String host,
    boolean complete,
    boolean live,
    List<Finding> findings,
    List<Score> scores) {
  /**
   * How much of a call is confirmed.
   *
   * @param call method and path
   * @param confirmed how many of its statements agree
   * @param statements how many there are
   */
  public record Score(String call, long confirmed, long statements) {}

  static CompareReport of(
      String run,
      String date,
      String version,
      String host,
      boolean live,
      boolean stopped,
      List<Finding> findings) {
    Map<String, List<Finding>> byCall = new LinkedHashMap<>();
    for (Finding each : findings) {
      byCall.computeIfAbsent(each.call(), call -> new ArrayList<>()).add(each);
    }
    List<Score> scores = new ArrayList<>();
    byCall.forEach(
        (call, ofCall) ->
            scores.add(new Score(call, count(ofCall, Verdict.AGREES), ofCall.size())));
    return new CompareReport(
        run, date, version, host, !stopped, live, List.copyOf(findings), scores);
  }

  long count(Verdict verdict) {
    return count(findings, verdict);
  }

  /** How it went, in one line. */
  String summary() {
    return "%d agree, %d differ, %d could not be told, %d were not tried"
        .formatted(
            count(Verdict.AGREES),
            count(Verdict.DIFFERS),
            count(Verdict.COULD_NOT_TELL),
            count(Verdict.NOT_TRIED));
  }

  /** Whether nothing that was tried differs or stayed open. */
  boolean isAgreement() {
    return count(Verdict.DIFFERS) == 0 && count(Verdict.COULD_NOT_TELL) == 0;
  }

  /** Returns the exit code: 0 if all that was tried agrees, otherwise 1. */
  public int exitCode() {
    return isAgreement() ? 0 : 1;
  }

  /**
   * Writes it to files.
   *
   * @param json for programs; null for none
   * @param markdown for people; null for none
   * @throws UncheckedIOException if a file cannot be written
   */
  public void write(@Nullable Path json, @Nullable Path markdown) {
    if (json != null) {
      write(json, new String(Json.write(this), StandardCharsets.UTF_8) + "\n");
    }
    if (markdown != null) {
      write(markdown, MarkdownReport.of(this));
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the report to " + file, e);
    }
  }

  private static long count(List<Finding> findings, Verdict verdict) {
    return findings.stream().filter(each -> each.is(verdict)).count();
  }
}
