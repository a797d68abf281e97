package io.github.flippingbookemulator.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs sample classes with JUnit, as a user's build does. */
final class Run {
  private final EngineExecutionResults results;

  private Run(EngineExecutionResults results) {
    this.results = results;
  }

  static Run of(Class<?>... samples) {
    return with(Map.of(), samples);
  }

  /** Runs them at the same time, on four threads. */
  static Run parallel(Class<?>... samples) {
    return with(
        Map.of(
            "junit.jupiter.execution.parallel.enabled", "true",
            "junit.jupiter.execution.parallel.mode.default", "concurrent",
            "junit.jupiter.execution.parallel.config.strategy", "fixed",
            "junit.jupiter.execution.parallel.config.fixed.parallelism", "4"),
        samples);
  }

  static Run with(Map<String, String> parameters, Class<?>... samples) {
    return new Run(
        EngineTestKit.engine("junit-jupiter")
            .selectors(
                Arrays.stream(samples)
                    .map(sample -> selectClass(sample))
                    .toArray(org.junit.platform.engine.discovery.ClassSelector[]::new))
            .configurationParameter(ReportFolder.PARAMETER, "target/reports-of-samples")
            .configurationParameters(parameters)
            .execute());
  }

  static Run reportingTo(Path folder, Class<?>... samples) {
    return with(Map.of(ReportFolder.PARAMETER, folder.toString()), samples);
  }

  /** Returns what a run prints to the standard error stream. */
  static String printedBy(Supplier<Run> run) {
    PrintStream before = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      run.get();
    } finally {
      System.setErr(before);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  Run allPass(int tests) {
    assertThat(failures()).isEmpty();
    assertThat(results.testEvents().succeeded().count()).isEqualTo(tests);
    return this;
  }

  /** Returns the only failure. */
  Throwable failure() {
    assertThat(failures()).hasSize(1);
    return failures().get(0);
  }

  /** Returns the failures of tests and containers. */
  List<Throwable> failures() {
    return results.allEvents().finished().stream()
        .map(event -> event.getRequiredPayload(TestExecutionResult.class))
        .flatMap(result -> result.getThrowable().stream())
        .toList();
  }

  long testsPassed() {
    return results.testEvents().succeeded().count();
  }
}
