package io.github.flippingbookemulator.internal.source.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class PdfBombsTest {
  @TempDir Path folder;

  @Test
  @Timeout(300)
  void bombs_are_refused_in_a_small_heap_without_harm_to_other_threads() throws Exception {
    Path field = Files.createDirectory(folder.resolve("field"));
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    Map<String, Supplier<byte[]>> bombs = TestPdfs.bombs();
    for (Map.Entry<String, Supplier<byte[]>> bomb : bombs.entrySet()) {
      PdfBombRunner.put(field, bomb.getKey(), bomb.getValue().get());
    }
    PdfBombRunner.put(field, "two thousand pages", TestPdfs.pages(2000));

    List<String> said = inspectIn128Megabytes(field, temporary);

    assertThat(said).contains("bystander: well");
    assertThat(said).contains("two-thousand-pages.pdf: Readable[pages=2000]");
    assertThat(said)
        .filteredOn(line -> line.contains(": Refused[reason=The PDF "))
        .hasSize(bombs.size());
    assertThat(said).hasSize(bombs.size() + 2);
    assertThat(temporary).as("temporary files that were left behind").isEmptyDirectory();
  }

  private List<String> inspectIn128Megabytes(Path field, Path temporary) throws Exception {
    Path said = folder.resolve("said.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC", // as the JVM chooses by itself on a machine of that size
                "-Djava.io.tmpdir=" + temporary,
                "-XX:-UsePerfData",
                "-Xlog:disable", // its warnings about memory are expected here
                "-cp",
                System.getProperty("java.class.path"),
                PdfBombRunner.class.getName(),
                field.toString())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    try {
      assertThat(process.waitFor()).as(Files.readString(said)).isZero();
    } finally {
      process.destroyForcibly();
    }
    return Files.readAllLines(said);
  }
}
