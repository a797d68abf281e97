package io.github.flippingbookemulator.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** When the emulator has a temporary folder, in a process with its own parent for such folders. */
class TemporaryFolderTest {
  @TempDir Path folder;

  @Test
  @Timeout(120)
  void the_folder_begins_with_the_first_source_and_ends_with_reset_and_close() throws Exception {
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    Path left = leftByAKilledProcess(temporary);
    File said = folder.resolve("said.txt").toFile();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + temporary,
                "-Djava.awt.headless=true",
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                TemporaryFolderProbe.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(said)
            .start();
    try {
      assertThat(process.waitFor()).as(Files.readString(said.toPath())).isZero();
    } finally {
      process.destroyForcibly();
    }

    assertThat(Files.readAllLines(said.toPath()))
        .containsExactly(
            "started: [%s]".formatted(left.getFileName()),
            "publication: [%s]".formatted(left.getFileName()),
            "source: [flippingbook-emulator-*]",
            "second source: [flippingbook-emulator-*]",
            "reset: []",
            "source after reset: [flippingbook-emulator-*]",
            "closed: []");
  }

  private static Path leftByAKilledProcess(Path temporary) throws IOException {
    Path left = Files.createDirectory(temporary.resolve("flippingbook-emulator-1"));
    Files.createFile(left.resolve("lock"));
    Files.writeString(left.resolve("source.pdf"), "%PDF-");
    Files.setLastModifiedTime(left, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
    return left;
  }
}
