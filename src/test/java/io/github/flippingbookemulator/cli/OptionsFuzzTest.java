package io.github.flippingbookemulator.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.internal.config.AllOptions;
import io.github.flippingbookemulator.internal.option.Option;
import io.github.flippingbookemulator.internal.option.OptionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;

/** Configuration files, with variables of the environment in the lines after {@code ---}. */
class OptionsFuzzTest {
  private static final String VARIABLES = "\n---\n";

  @TempDir private static Path folder;

  @FuzzTest(maxDuration = "20s")
  @DictionaryFile(resourcePath = "options.dict")
  void all_options_are_refused_in_a_sentence_or_can_be_written_down(byte[] input)
      throws IOException {
    String text = new String(input, UTF_8);
    int end = text.indexOf(VARIABLES);
    Path file = folder.resolve("emulator.json5");
    Files.writeString(file, end < 0 ? text : text.substring(0, end));
    EmulatorOptions options;
    try {
      Environment environment =
          Environment.of(variables(end < 0 ? "" : text.substring(end + VARIABLES.length())));
      assertThat(environment.warnings()).allMatch(warning -> warning.startsWith("Ignored: "));
      options = CommandLine.parse("--config=" + file).options(environment);
    } catch (OptionException e) {
      assertThat(e.getMessage()).isNotBlank().doesNotContain("Exception:", "java.lang");
      return;
    }
    requireSameAfterWriting(options);
  }

  private static Map<String, String> variables(String lines) {
    Map<String, String> variables = new TreeMap<>();
    lines
        .lines()
        .map(line -> line.split("=", 2))
        .filter(pair -> pair.length == 2)
        .forEach(pair -> variables.put("FLIPPINGBOOK_" + pair[0], pair[1]));
    return variables;
  }

  /** Each value is written as text and read from it. */
  private static void requireSameAfterWriting(EmulatorOptions options) {
    for (Option<?> option : AllOptions.list()) {
      if (option != AllOptions.CONFIG && option.type().hasFlag()) {
        options
            .get(option.name())
            .filter(text -> !text.isEmpty())
            .ifPresent(text -> assertThat(rewritten(option, text)).contains(text));
      }
    }
  }

  private static Optional<String> rewritten(Option<?> option, String text) {
    return EmulatorOptions.defaults().set(option.name(), text).get(option.name());
  }
}
