package io.github.flippingbookemulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.EmulatorProcess.Ended;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar, as people run it. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class RunnableJarIT {
  /** The build says where the jar is, see maven-failsafe-plugin in the pom. */
  private static final String JAR = System.getProperty("runnable.jar");

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

  private EmulatorProcess jar(String... arguments) throws IOException {
    return EmulatorProcess.start(
        folder, Stream.concat(Stream.of("-jar", JAR), Stream.of(arguments)).toList());
  }
}
