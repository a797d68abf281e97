package io.github.flippingbookemulator.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is left: no server or thread after the tests, no file after the JVM. */
@Timeout(180)
class ResourceLeaksTest {
  @TempDir Path folder;

  private record Ended(int status, List<String> lines) {}

  private Ended probe(boolean headStart, String... arguments)
      throws IOException, InterruptedException {
    Path temporary = Files.createDirectories(folder.resolve("tmp"));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")); // a short life
    command.add("-Djava.io.tmpdir=" + temporary);
    command.add("-D" + ReportFolder.PARAMETER + "=" + folder.resolve("reports"));
    if (headStart) {
      command.add("-D" + HeadStartListener.PARAMETER + "=true");
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(ResourceLeaksProbe.class.getName());
    command.addAll(List.of(arguments));
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(process.waitFor(90, TimeUnit.SECONDS)).as("the JVM ends by itself").isTrue();
    } finally {
      process.destroyForcibly();
    }
    return new Ended(process.exitValue(), Files.readAllLines(output, StandardCharsets.UTF_8));
  }

  private List<Path> temporaryFiles() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("tmp"))) {
      return files.filter(file -> file.toString().contains("flippingbook")).toList();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void after_the_tests_no_server_and_no_thread_is_left(boolean headStart) throws Exception {
    Ended ended = probe(headStart);

    assertThat(ended.status).as(String.join("\n", ended.lines)).isZero();
    assertThat(ended.lines)
        .anyMatch(line -> line.startsWith("stopped: "))
        .noneMatch(line -> line.startsWith("still"));
    assertThat(temporaryFiles()).isEmpty();
  }

  @Test
  void a_jvm_that_ends_amid_the_tests_leaves_no_file() throws Exception {
    Ended ended = probe(false, "exit");

    assertThat(ended.status).as(String.join("\n", ended.lines)).isEqualTo(7);
    assertThat(temporaryFiles()).isEmpty();
  }

  @Test
  void a_server_that_was_started_early_for_nobody_keeps_nobody_waiting() throws Exception {
    Ended ended = probe(true, "idle");

    assertThat(ended.status).as(String.join("\n", ended.lines)).isZero();
    assertThat(ended.lines).contains("head start");
  }
}
