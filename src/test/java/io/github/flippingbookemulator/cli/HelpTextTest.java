package io.github.flippingbookemulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.internal.config.AllOptions;
import io.github.flippingbookemulator.internal.config.ConfigReader;
import io.github.flippingbookemulator.internal.option.Option;
import io.github.flippingbookemulator.internal.option.OptionValues;
import io.github.flippingbookemulator.internal.source.RegisteredFiles;
import io.github.flippingbookemulator.internal.time.ClockOptions;
import io.github.flippingbookemulator.internal.tls.HttpsOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HelpTextTest {
  private final String help = HelpText.help();

  static Stream<Option<?>> optionsWithFlags() {
    return AllOptions.list().stream().filter(option -> option.type().hasFlag());
  }

  @Test
  void the_help_text_fits_into_80_columns() {
    assertThat(help.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
  }

  @ParameterizedTest
  @MethodSource("optionsWithFlags")
  void the_help_text_has_each_flag_and_its_variable(Option<?> option) {
    assertThat(help)
        .containsOnlyOnce("\n      " + option.flag() + (option.type().isSwitch() ? "[=" : "="))
        .containsOnlyOnce("\n                             " + option.variable() + "\n");
  }

  @ParameterizedTest
  @MethodSource("optionsWithFlags")
  void each_option_says_what_its_default_is(Option<?> option) {
    String text = HelpText.sentences(option);

    assertThat(text).matches("[A-Z0-9].*\\.");
    if (option != AllOptions.CONFIG
        && option != HttpsOptions.HTTPS_CERTIFICATE
        && option != HttpsOptions.HTTPS_KEY
        && !option.type().isSwitch()
        && !option.type().isList()) {
      assertThat(text).containsOnlyOnce(" Default: ");
    }
  }

  @Test
  void the_default_port_is_the_one_of_the_process() {
    assertThat(help).containsIgnoringWhitespaces("Default: 8080.");
  }

  @Test
  void the_file_in_the_help_text_can_be_used(@TempDir Path folder) throws IOException {
    Matcher example = Pattern.compile("(?s)\n  \\{\n.*?\n  }\n").matcher(help);
    assertThat(example.find()).isTrue();
    Path file = Files.writeString(folder.resolve("emulator.json5"), example.group());
    Path pdf = Files.createDirectories(folder.resolve("samples")).resolve("a.pdf");
    Files.createFile(pdf);
    OptionValues options = ConfigReader.read(OptionValues.DEFAULTS, file);

    assertThat(options.get(RegisteredFiles.FILES)).containsOnlyKeys("https://example.com/a.pdf");
    assertThat(options.get(ClockOptions.SPEED)).isEqualTo(100);
  }
}
