package io.github.flippingbookemulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.internal.config.AllOptions;
import io.github.flippingbookemulator.internal.option.Option;
import io.github.flippingbookemulator.internal.option.OptionGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page on options is written from the options themselves. */
class OptionsPageTest {
  private static final Path PAGE = Path.of("../docs/options.md");

  private static final String INTRODUCTION =
      """
      # Options

      What can be set when the emulator runs as a process or in a container. `--help` explains the same. In Java,
      `EmulatorOptions` has a method for each.

      Each flag has an environment variable (`--max-waiting` is `FLIPPINGBOOK_MAX_WAITING`) and a key in the JSON5 file of
      `--config` (`maxWaiting`). A flag wins over the environment, and that over the file. An empty variable counts as not set.
      A flag that takes a list can be repeated, or its values separated by commas; its variable and its key may also be in the
      plural.

      A variable that begins with `FLIPPINGBOOK_` and is no option is a warning on standard error; what a cluster sets for a
      service named `flippingbook` (`FLIPPINGBOOK_PORT=tcp://…`) is ignored with a line that says so.
      """;

  private static final String ENDING =
      """

      ## The configuration file

      A JSON5 file, UTF-8. It can hold every option by its key, and what has no flag; paths are relative to the file. An unknown
      key or a wrong value is one sentence with file and line, and exit code 2.

      ```json5
      %s
      ```

      The times of conversions can also stand together: `conversionTimes: { queue: '1s', preview: '2s', perPage: '50ms' }`.
      """;

  @Test
  void the_page_says_what_the_options_say() throws IOException {
    if (System.getenv("WRITE_DOCS") != null) {
      Files.writeString(PAGE, page());
    }
    assertThat(Files.readString(PAGE))
        .as("WRITE_DOCS=1 mvn -pl src test -Dtest=OptionsPageTest writes the page")
        .isEqualTo(page());
  }

  private static String page() {
    StringBuilder page = new StringBuilder(INTRODUCTION);
    for (OptionGroup group : AllOptions.groups()) {
      page.append("\n## ").append(group.heading()).append("\n\n");
      page.append("| option | what it does |\n|---|---|\n");
      for (Option<?> option : AllOptions.of(group)) {
        page.append("| ").append(names(option)).append(" | ");
        page.append(HelpText.sentences(option).replace("|", "\\|")).append(" |\n");
      }
    }
    return page.append(ENDING.formatted(HelpText.FILE)).toString();
  }

  private static String names(Option<?> option) {
    String label = option.type().label().replace("|", "\\|");
    if (!option.type().hasFlag()) {
      return "`" + option.name() + "` in the file";
    }
    return option.type().isSwitch()
        ? "`" + option.flag() + "[=" + label + "]`"
        : "`" + option.flag() + " " + label + "`";
  }
}
