package io.github.flippingbookemulator.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Snapshots as files. */
class SnapshotFileTest {
  private static final Snapshot SNAPSHOT = Snapshot.fromJson(GoldenFile.TEXT);

  @TempDir private Path folder;

  @Test
  void a_file_brings_back_what_was_written() throws IOException {
    Path file = folder.resolve("state.json");

    SNAPSHOT.write(file);

    assertThat(file).hasContent(SNAPSHOT.toJson());
    assertThat(Snapshot.read(file)).isEqualTo(SNAPSHOT);
    assertThat(files()).containsExactly(file);
  }

  @Test
  void a_file_that_is_there_is_replaced() throws IOException {
    Path file = Files.writeString(folder.resolve("state.json"), "x".repeat(1_000_000));

    SNAPSHOT.write(file);

    assertThat(Snapshot.read(file)).isEqualTo(SNAPSHOT);
    assertThat(files()).containsExactly(file);
  }

  @Test
  void a_link_to_a_file_stays_one() throws IOException {
    Path file = Files.writeString(folder.resolve("state.json"), "");
    Path link = Files.createSymbolicLink(folder.resolve("link.json"), file);

    SNAPSHOT.write(link);

    assertThat(link).isSymbolicLink();
    assertThat(Snapshot.read(file)).isEqualTo(SNAPSHOT);
  }

  @Test
  void what_cannot_be_written_leaves_nothing_behind() throws IOException {
    Path inTheWay = Files.createDirectories(folder.resolve("state.json"));
    Files.writeString(inTheWay.resolve("file"), "");

    assertThatThrownBy(() -> SNAPSHOT.write(inTheWay))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(inTheWay.toString());
    assertThatThrownBy(() -> SNAPSHOT.write(folder.resolve("none/state.json")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("none");
    assertThat(files()).containsExactly(inTheWay);
    assertThat(inTheWay.resolve("file")).exists();
  }

  @Test
  void a_broken_file_is_named_and_left_as_it_is() throws IOException {
    Path file = Files.writeString(folder.resolve("state.json"), GoldenFile.TEXT.substring(0, 500));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Snapshot.read(file))
        .withMessageStartingWith(
            file + ": This snapshot cannot be restored: it is no JSON at line");
    assertThat(file).hasContent(GoldenFile.TEXT.substring(0, 500));
  }

  @Test
  void a_file_that_is_not_there_is_named() {
    assertThatThrownBy(() -> Snapshot.read(folder.resolve("none.json")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("none.json");
  }

  private Stream<Path> files() throws IOException {
    return Files.list(folder);
  }
}
