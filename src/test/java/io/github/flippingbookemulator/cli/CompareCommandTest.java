package io.github.flippingbookemulator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.internal.compare.CompareOptions;
import io.github.flippingbookemulator.internal.option.Option;
import io.github.flippingbookemulator.internal.option.OptionException;
import io.github.flippingbookemulator.source.Pace;
import io.github.flippingbookemulator.testkit.EmulatorProcess;
import io.github.flippingbookemulator.testkit.EmulatorProcess.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class CompareCommandTest {
  private static final String LOCAL = "--url=http://127.0.0.1:1";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--api-key a | --url is missing; see compare --help",
        "--url ftp://a --api-key a | --url must be an absolute http or https URL, not 'ftp://a'",
        "--url http://api.example --api-key a | --url must begin with https, since http would show"
            + " the API key to the network",
        "--url http://127.0.0.1.example --api-key a | --url must begin with https, since http would"
            + " show the API key to the network",
        "--url https://a:b@c.example --api-key a | --url must be scheme and host only, such as"
            + " https://api-tc.is.flippingbook.com",
        "--url https://a.example/view/ --api-key a | --url must be scheme and host only, such as"
            + " https://api-tc.is.flippingbook.com",
        LOCAL + " | there is no API key: give --api-key, or set COMPARE_API_KEY",
        LOCAL
            + " --api-key= | --api-key must be letters, digits and signs of ASCII, without"
            + " spaces, not ''",
        "--url https://a.example --api-key a --interval 1ms | --interval must be 1s or more for a"
            + " service of others",
        LOCAL
            + " --api-key a --webhook-url http://a.example | --webhook-url needs --write, since"
            + " only changes are notified",
        LOCAL
            + " --api-key a --interval fast | --interval must be a duration of at most 36500d,"
            + " such as 30d, 12h, 90m, 10s, 500ms or P30D, not 'fast'",
        LOCAL
            + " --api-key a --json no/such/r.json | --json must be a file in a folder that exists,"
            + " not 'no/such/r.json'",
        "--ulr https://a.example | unknown option '--ulr', did you mean '--url'?",
        LOCAL + " --api-key a --yes x | --yes must be true or false, not 'x'",
        "x | unexpected argument 'x'; see --help",
        "--report | --report needs a value: --report=FILE; see --help",
      })
  void a_bad_flag_is_one_clear_line(String line, String complaint) {
    assertThatExceptionOfType(OptionException.class)
        .isThrownBy(() -> CompareCommand.run(line.split(" ")))
        .withMessage(complaint);
  }

  @Test
  void the_help_text_has_each_flag_and_fits_into_80_columns() {
    String help = HelpText.compare(CompareOptions.OPTIONS);

    assertThat(help.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    for (Option<?> option : CompareOptions.OPTIONS) {
      assertThat(help)
          .containsOnlyOnce("\n      " + option.flag() + (option.type().isSwitch() ? "[=" : "="));
    }
    assertThat(HelpText.help()).contains("compare --help");
  }

  @Test
  void without_a_terminal_and_without_yes_nothing_begins() throws Exception {
    try (Emulator service = Emulator.start(EmulatorOptions.defaults())) {
      Ended ended = compare(service, "--interval=0s");

      assertThat(ended.exitCode()).isEqualTo(2);
      assertThat(ended.errors())
          .containsExactly("there is no terminal to ask on: add --yes to begin");
      assertThat(ended.output()).first().asString().startsWith("Compares this emulator with ");
      assertThat(service.journal().entries()).isEmpty();
    }
  }

  @Test
  void reports_are_written_and_the_exit_code_tells_of_differences() throws Exception {
    try (Emulator service = Emulator.start(EmulatorOptions.defaults().speed(60))) {
      Ended ended = compare(service, "--interval=0s", "--yes", "--json=r.json", "--markdown=r.md");

      assertThat(ended.exitCode()).as("the account is empty").isEqualTo(1);
      assertThat(ended.errors()).isEmpty();
      assertThat(Files.readString(folder.resolve("r.json"))).contains("\"verdict\":\"agrees\"");
      assertThat(Files.readString(folder.resolve("r.md"))).startsWith("# Comparison");
      assertThat(String.join("\n", ended.output())).doesNotContain(service.apiKey());
    }
  }

  @Test
  void a_service_that_is_not_there_is_one_line_and_exit_code_2() throws Exception {
    try (EmulatorProcess process =
        EmulatorProcess.main(folder, "compare", LOCAL, "--api-key=a", "--yes")) {
      Ended ended = process.ended();

      assertThat(ended.exitCode()).isEqualTo(2);
      assertThat(ended.errors())
          .containsExactly(
              "Nothing can be compared: http://127.0.0.1:1 does not accept connections");
    }
  }

  @Test
  void what_was_made_is_removed_after_ctrl_c() throws Exception {
    EmulatorOptions options = EmulatorOptions.defaults().speed(60).pace(Pace.MANUAL);
    try (Emulator service = Emulator.start(options);
        EmulatorProcess process =
            EmulatorProcess.main(
                folder,
                "compare",
                "--url=" + service.uri(),
                "--api-key=" + service.apiKey(),
                "--interval=100ms",
                "--write",
                "--yes",
                "--markdown=r.md")) {
      Awaitility.await()
          .atMost(30, TimeUnit.SECONDS)
          .until(() -> !service.publications().all().isEmpty());
      process.end();

      assertThat(service.publications().all())
          .allMatch(publication -> publication.state().contains("Trashed"));
      assertThat(process.ended().errors()).isEmpty();
      assertThat(Files.readString(folder.resolve("r.md")))
          .contains(
              "- The run was stopped before its end.\n", "## Agrees", "`the run was stopped`");
      try (var files = Files.list(folder.resolve("tmp"))) {
        assertThat(files.filter(each -> each.toString().contains("flippingbook"))).isEmpty();
      }
    }
  }

  @Test
  void an_emulator_that_runs_loads_nothing_of_it() throws Exception {
    Path classes = folder.resolve("classes.txt");
    List<String> command =
        List.of(
            "-Xlog:class+load:file=" + classes,
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "--port=0");
    try (EmulatorProcess process = EmulatorProcess.start(folder, command)) {
      process.ready().get("/auth/me");
      process.end();
    }
    assertThat(Files.readString(classes))
        .contains(CommandLine.class.getName())
        .doesNotContain("internal.compare")
        .doesNotContain("CompareCommand");
  }

  private Ended compare(Emulator service, String... more) throws Exception {
    String[] arguments = new String[more.length + 3];
    arguments[0] = "compare";
    arguments[1] = "--url=" + service.uri();
    arguments[2] = "--api-key=" + service.apiKey();
    System.arraycopy(more, 0, arguments, 3, more.length);
    try (EmulatorProcess process = EmulatorProcess.main(folder, arguments)) {
      return process.ended();
    }
  }
}
