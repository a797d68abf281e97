package io.github.flippingbookemulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.testkit.EmulatorProcess;
import io.github.flippingbookemulator.testkit.EmulatorProcess.Ended;
import io.github.flippingbookemulator.testkit.EmulatorProcess.Ready;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar, as people run it. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class RunnableJarIT {
  /** The build says where the jar is, see maven-failsafe-plugin in the pom. */
  private static final String JAR = System.getProperty("runnable.jar");

  /** What curl ends with if it does not trust the server. */
  private static final int NOT_TRUSTED = 60;

  @TempDir Path folder;

  @Test
  void the_jar_starts_answers_and_ends() throws Exception {
    try (EmulatorProcess process = jar("--port=0")) {
      var answer = process.ready().get("/auth/me");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains("\"success\":true");

      process.end();
      assertThat(process.ended()).isEqualTo(new Ended(128 + 15, List.of(), List.of()));
    }
  }

  /** The calls of docs/https.md, which names a host that is no other machine's here. */
  @Test
  @EnabledIf("curlIsThere")
  void curl_calls_it_by_https_under_the_name_of_production() throws Exception {
    try (EmulatorProcess process = jar("--port=0", "--https-port=0")) {
      Ready ready = process.ready();
      String plain = ready.api().resolve("/_emulator/ca.pem").toString();
      String https = process.nextLine().replaceFirst(".*:(\\d+)/api/v1 .*", "127.0.0.1:$1");

      assertThat(curl("--output", "ca.pem", plain)).isZero();
      String[] call = {
        "--cacert", "ca.pem", "--connect-to", "::" + https, "--fail", "--output", "answer"
      };
      assertThat(curl(call, "https://api-tc.is.flippingbook.com/_emulator/health")).isZero();
      assertThat(folder.resolve("answer")).hasContent("{\"status\":\"up\"}");
      assertThat(curl(call, "https://localhost/_emulator/health")).isZero();
      assertThat(curl(call, "https://127.0.0.1/_emulator/health")).isZero();
      assertThat(curl(call, "https://other.example/_emulator/health")).isEqualTo(NOT_TRUSTED);
    }
  }

  @Test
  void the_jar_knows_its_version() throws Exception {
    try (EmulatorProcess process = jar("--version")) {
      assertThat(process.ended().output())
          .singleElement()
          .asString()
          .matches("flippingbook-emulator \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    }
  }

  @Test
  void the_jar_keeps_code_for_later_releases_and_no_signatures() throws IOException {
    try (JarFile jar = new JarFile(JAR)) {
      assertThat(jar.isMultiRelease()).isTrue();
      assertThat(jar.stream().map(entry -> entry.getName()))
          .anyMatch(name -> name.startsWith("META-INF/versions/21/"))
          .noneMatch(name -> name.matches("META-INF/[^/]*\\.(SF|RSA|DSA)"));
    }
  }

  private static boolean curlIsThere() throws InterruptedException {
    try {
      return new ProcessBuilder("curl", "--version")
              .redirectOutput(Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Runs curl in the folder of the test and returns its exit code. */
  private int curl(String[] first, String url) throws Exception {
    return curl(Stream.concat(Stream.of(first), Stream.of(url)).toArray(String[]::new));
  }

  private int curl(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("curl", "--silent", "--noproxy", "*"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).directory(folder.toFile()).start().waitFor();
  }

  private EmulatorProcess jar(String... arguments) throws IOException {
    return EmulatorProcess.start(
        folder, Stream.concat(Stream.of("-jar", JAR), Stream.of(arguments)).toList());
  }
}
