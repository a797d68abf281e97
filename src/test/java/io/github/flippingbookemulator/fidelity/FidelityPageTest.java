package io.github.flippingbookemulator.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.internal.compare.Compare;
import io.github.flippingbookemulator.internal.control.StatementRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page on fidelity is written from the registry of statements. */
class FidelityPageTest {
  private static final Path PAGE = Path.of("../docs/fidelity.md");
  private static final String BEGIN = "<!-- from the registry of statements -->\n";

  @Test
  void the_page_says_what_the_registry_says() throws IOException {
    String page = Files.readString(PAGE);
    String written = page.substring(0, page.indexOf(BEGIN)) + BEGIN + tables();
    if (System.getenv("WRITE_DOCS") != null) {
      Files.writeString(PAGE, written);
    }
    assertThat(Files.readString(PAGE))
        .as("WRITE_DOCS=1 mvn -pl src test -Dtest=FidelityPageTest writes the tables")
        .isEqualTo(written);
  }

  private static String tables() {
    StringBuilder tables = new StringBuilder();
    String group = "";
    for (FidelityStatement each : StatementRegistry.all()) {
      if (!each.group().equals(group)) {
        group = each.group();
        tables.append("\n## ").append(group).append("\n\n");
        tables.append("| id | grade | what the emulator does |\n|---|---|---|\n");
      }
      tables.append("| `%s` | %s | %s |\n".formatted(each.id(), grades(each), text(each)));
    }
    return tables.append(calls()).toString();
  }

  /** How much of each call has been confirmed by whoever ran compare against the service. */
  private static String calls() {
    Map<String, FidelityStatement> byId =
        StatementRegistry.all().stream()
            .collect(Collectors.toMap(FidelityStatement::id, each -> each));
    StringBuilder calls =
        new StringBuilder("\n## Confirmed by live runs\n\n")
            .append(
                "What [compare](compare.md) checks of each call, and how much of it live runs have"
                    + " confirmed. ")
            .append(
                byId.values().stream().allMatch(each -> each.confirmed() == null)
                    ? "None has been reported yet.\n"
                    : "\n")
            .append("\n| call | checked | confirmed |\n|---|---|---|\n");
    Compare.statementsByCall()
        .forEach(
            (call, statements) -> {
              long confirmed =
                  statements.stream()
                      .filter(each -> byId.get(each.id()).confirmed() != null)
                      .count();
              calls.append("| `%s` | %d | %d |\n".formatted(call, statements.size(), confirmed));
            });
    return calls.toString();
  }

  private static String grades(FidelityStatement statement) {
    String grades = statement.grades().stream().map(Grade::wire).collect(Collectors.joining(", "));
    return statement.counted() ? grades + " ✓" : grades;
  }

  private static String text(FidelityStatement statement) {
    return statement.confirmed() == null
        ? statement.text()
        : statement.text() + " *Confirmed by live runs on %s.*".formatted(statement.confirmed());
  }
}
