package io.github.flippingbookemulator.junit.bench;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * Measures how long a JVM lives that runs 1 and 200 tests: with an emulator for each, with
 * WireMock's extension, and with no server at all. They take turns; a ratio is the median of the
 * ratios of the turns.
 */
final class WholeJvm {
  private static final List<Class<?>> SUITES =
      List.of(
          Suites.NothingOnce.class,
          Suites.EmulatorOnce.class,
          Suites.WireMockOnce.class,
          Suites.NothingOften.class,
          Suites.EmulatorOften.class,
          Suites.WireMockOften.class);

  private WholeJvm() {}

  /** Measures without arguments; with the name of a suite, runs it. */
  public static void main(String[] args) throws Exception {
    if (args.length == 0) {
      measure(System.getProperty("bench", "full").equals("quick") ? 5 : 15);
    } else {
      System.exit(run(Class.forName(args[0])) ? 0 : 1);
    }
  }

  private static boolean run(Class<?> suite) {
    SummaryGeneratingListener summary = new SummaryGeneratingListener();
    try (LauncherSession session = LauncherFactory.openSession()) {
      Launcher launcher = session.getLauncher();
      launcher.execute(
          LauncherDiscoveryRequestBuilder.request().selectors(selectClass(suite)).build(), summary);
    }
    return summary.getSummary().getTotalFailureCount() == 0
        && summary.getSummary().getTestsSucceededCount() > 0;
  }

  private static void measure(int turns) throws IOException, InterruptedException {
    Map<Class<?>, List<Double>> millis = new LinkedHashMap<>();
    for (int turn = -1; turn < turns; turn++) {
      for (Class<?> suite : SUITES) {
        double took = life(suite);
        if (turn >= 0) { // the first turn fills the caches of the disk
          millis.computeIfAbsent(suite, unused -> new ArrayList<>()).add(took);
        }
      }
    }
    System.out.printf(
        "%-46s %10s %10s %7s%n", "whole JVM, median of " + turns, "emulator", "WireMock", "ratio");
    row("1 test, ms", millis, Suites.EmulatorOnce.class, Suites.WireMockOnce.class, null, null);
    row(
        "200 tests, ms",
        millis,
        Suites.EmulatorOften.class,
        Suites.WireMockOften.class,
        null,
        null);
    row(
        "1 test, ms beyond a JVM without a server",
        millis,
        Suites.EmulatorOnce.class,
        Suites.WireMockOnce.class,
        Suites.NothingOnce.class,
        null);
    row(
        "each of 199 further tests, ms",
        millis,
        Suites.EmulatorOften.class,
        Suites.WireMockOften.class,
        null,
        199);
  }

  /** A row of the table: times, less those of a base in the same turn or of the first test. */
  private static void row(
      String what,
      Map<Class<?>, List<Double>> millis,
      Class<?> ours,
      Class<?> theirs,
      Class<?> base,
      Integer further) {
    List<Double> emulator = new ArrayList<>();
    List<Double> wireMock = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    for (int turn = 0; turn < millis.get(ours).size(); turn++) {
      double a = millis.get(ours).get(turn);
      double b = millis.get(theirs).get(turn);
      if (base != null) {
        a -= millis.get(base).get(turn);
        b -= millis.get(base).get(turn);
      }
      if (further != null) {
        a = (a - millis.get(Suites.EmulatorOnce.class).get(turn)) / further;
        b = (b - millis.get(Suites.WireMockOnce.class).get(turn)) / further;
      }
      emulator.add(a);
      wireMock.add(b);
      ratios.add(a / b);
    }
    System.out.printf(
        "%-46s %10.2f %10.2f %7.2f%n", what, median(emulator), median(wireMock), median(ratios));
  }

  private static double life(Class<?> suite) throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    long begin = System.nanoTime();
    Process process =
        new ProcessBuilder(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                WholeJvm.class.getName(),
                suite.getName())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException(suite + " failed");
    }
    return (System.nanoTime() - begin) / 1e6;
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
