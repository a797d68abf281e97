package io.github.flippingbookemulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class HelpTextTest {
  private final String help = CommandLineSpec.help();

  @Test
  void the_help_text_fits_into_80_columns() {
    assertThat(help.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
  }

  @ParameterizedTest
  @EnumSource
  void the_help_text_has_each_flag_and_its_variable(Option setting) {
    assertThat(help)
        .containsOnlyOnce("\n      " + setting.flag() + (setting.isSwitch() ? "[=" : "="))
        .containsOnlyOnce("\n                             " + setting.variable() + "\n");
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.INCLUDE,
      names = {
        "PORT",
        "HOST",
        "API_KEY",
        "ACCESS_TOKEN",
        "SPEED",
        "TRASH_RETENTION",
        "RATE_LIMIT",
        "MAX_WAITING",
        "PACE",
        "FETCH",
        "CONTROL",
        "LOG",
        "LOG_FORMAT"
      })
  void the_defaults_in_the_help_text_are_the_real_ones(Option setting) {
    Matcher text = Pattern.compile("Default: (\\w\\S*?)[.,;]?( |$)").matcher(setting.description);
    assertThat(text.find()).isTrue();
    EmulatorOptions defaults = CommandLineOptions.parse().options(Map.of());

    assertThat(setting.apply(defaults, "the default", text.group(1)))
        .usingRecursiveComparison()
        .isEqualTo(defaults);
  }

  @Test
  void the_file_in_the_help_text_can_be_used(@TempDir Path folder) throws IOException {
    Matcher example = Pattern.compile("(?s)\n  \\{\n.*?\n  }\n").matcher(help);
    assertThat(example.find()).isTrue();
    Path file = Files.writeString(folder.resolve("emulator.json5"), example.group());
    Path pdf = Files.createDirectories(folder.resolve("samples")).resolve("a.pdf");
    Files.createFile(pdf);
    EmulatorOptions options = FileSettings.apply(EmulatorOptions.defaults(), file);

    assertThat(options.registeredFiles()).containsOnlyKeys("https://example.com/a.pdf");
    assertThat(options.speed()).isEqualTo(100);
    assertThat(options.accounts()).hasSize(1);
  }
}
