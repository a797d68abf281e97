package io.github.flippingbookemulator.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar at work, in a process that has nothing else on its class path. */
class StandaloneProcessIT {
  private static final Path TESTS = Path.of("target", "test-classes");

  @TempDir Path folder;

  @Test
  void the_jar_needs_no_library_says_nothing_and_keeps_its_settings_to_itself() throws Exception {
    Path output = folder.resolve("output");
    Path errors = folder.resolve("errors");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dslf4j.provider=com.example.LoggingOfTheApplication",
                "-cp",
                StandaloneJar.PATH + File.pathSeparator + TESTS,
                "io.github.flippingbookemulator.standalone.Publishing")
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }

    assertThat(Files.readAllLines(errors)).isEqualTo(List.of());
    assertThat(Files.readAllLines(output))
        .containsExactly(
            "name: Spring",
            "state: HasContent, Published, CompletedAllStages",
            "text on the cover: true",
            "contract: openapi: 3.1.0",
            "the application's font cache: null",
            "by HTTPS: 200");
    assertThat(process.exitValue()).isZero();
  }
}
