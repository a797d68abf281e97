package io.github.flippingbookemulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.internal.control.FidelityTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of fidelity is the same in docs/fidelity.md and in the emulator. */
class FidelityTest {
  @Test
  void the_page_shows_the_table_that_the_emulator_tells() throws IOException {
    String page = Files.readString(Path.of("../docs/fidelity.md"));

    assertThat(page.substring(page.indexOf("\n**")).strip())
        .isEqualTo(table(FidelityTable.rows()).strip());
  }

  @Test
  void every_row_has_grades_that_exist() {
    assertThat(FidelityTable.rows())
        .hasSizeGreaterThan(50)
        .allSatisfy(
            row -> {
              assertThat(row.grades()).isNotEmpty().isSubsetOf("D", "H", "O", "E");
              assertThat(row.what()).endsWith(".");
            });
  }

  private static String table(List<Fidelity> rows) {
    StringBuilder table = new StringBuilder();
    String group = "";
    for (Fidelity row : rows) {
      if (!row.group().equals(group)) {
        group = row.group();
        table.append(
            "\n**%s**\n\n| grade | what the emulator does |\n|---|---|\n".formatted(group));
      }
      table.append("| %s | %s |\n".formatted(String.join(", ", row.grades()), row.what()));
    }
    return table.toString();
  }
}
