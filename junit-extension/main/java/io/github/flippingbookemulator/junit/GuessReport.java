package io.github.flippingbookemulator.junit;

import io.github.flippingbookemulator.fidelity.FidelityStatement;
import io.github.flippingbookemulator.fidelity.Grade;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;

/**
 * The undocumented statements that the tests of a run relied on. At the end of the run it prints
 * one line, and writes a file that says which test relied on what.
 */
final class GuessReport implements AutoCloseable {
  private static final Namespace OF_RUN = Namespace.create(GuessReport.class);
  private static final String FILE = "guesses.md";

  /** So that the file stays readable when each of thousands of tests relies on the same. */
  private static final int SHOWN_TESTS = 20;

  private final String folder;
  private final Map<String, Guess> guesses = new TreeMap<>();

  private GuessReport(String folder) {
    this.folder = folder;
  }

  /** A statement with the tests that relied on it. */
  private record Guess(FidelityStatement statement, TreeSet<String> tests) {}

  /** Returns the report of the run that a test belongs to. */
  static GuessReport of(ExtensionContext context) {
    return context
        .getStore(StoreScope.EXECUTION_REQUEST, OF_RUN)
        .getOrComputeIfAbsent(
            GuessReport.class, key -> new GuessReport(ReportFolder.of(context)), GuessReport.class);
  }

  /** Adds what a test relied on. */
  synchronized void add(TestName test, Collection<FidelityStatement> statements) {
    for (FidelityStatement each : statements) {
      guesses
          .computeIfAbsent(each.id(), id -> new Guess(each, new TreeSet<>()))
          .tests()
          .add(test.toString());
    }
  }

  @Override
  public synchronized void close() {
    if (guesses.isEmpty()) {
      return;
    }
    String what =
        "FlippingBook emulator: tests relied on %d undocumented behavior%s of the service"
            .formatted(guesses.size(), guesses.size() == 1 ? "" : "s");
    try {
      Path file = Path.of(folder, FILE);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text());
      System.err.println(what + ", see " + file);
    } catch (IOException | RuntimeException e) {
      System.err.println(what + " (the report could not be written to " + folder + ": " + e + ")");
    }
  }

  private String text() {
    StringBuilder text =
        new StringBuilder(
            """
            # Undocumented behaviors that tests relied on

            What the vendor's current reference does not say: the service itself may act in another way.
            H is from an earlier edition of the reference, O was seen in public recordings or clients, E is
            the emulator's own decision.
            """);
    for (Guess each : guesses.values()) {
      text.append(
          "\n## %s (%s)\n\n%s\n\nEvidence: %s.\n\n"
              .formatted(
                  each.statement().id(),
                  grades(each.statement()),
                  each.statement().text(),
                  each.statement().evidence()));
      each.tests().stream()
          .limit(SHOWN_TESTS)
          .forEach(test -> text.append("- ").append(test).append('\n'));
      int more = each.tests().size() - SHOWN_TESTS;
      if (more > 0) {
        text.append("- and %d more\n".formatted(more));
      }
    }
    return text.toString();
  }

  /** Returns the grades of a statement, separated by commas. */
  static String grades(FidelityStatement statement) {
    return statement.grades().stream().map(Grade::wire).collect(Collectors.joining(", "));
  }
}
