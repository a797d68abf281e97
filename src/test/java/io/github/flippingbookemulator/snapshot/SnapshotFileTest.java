package io.github.flippingbookemulator.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
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
  void a_link_to_a_file_that_is_not_there_yet_stays_one() throws IOException {
    Path file = folder.resolve("state.json");
    Path link = Files.createSymbolicLink(folder.resolve("link.json"), Path.of("state.json"));

    SNAPSHOT.write(link);

    assertThat(link).isSymbolicLink();
    assertThat(Snapshot.read(file)).isEqualTo(SNAPSHOT);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void a_new_file_is_for_its_owner_only_and_one_that_is_there_keeps_its_permissions()
      throws IOException {
    Path file = folder.resolve("state.json");
    SNAPSHOT.write(file);
    assertThat(permissions(file)).isEqualTo("rw-------");

    for (String mode : new String[] {"rw-rw-rw-", "r--r-----"}) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
      SNAPSHOT.write(file);
      assertThat(permissions(file)).isEqualTo(mode);
    }
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  void what_cannot_be_written_leaves_nothing_behind() throws IOException {
    Path inTheWay = Files.createDirectories(folder.resolve("state.json"));
    Files.writeString(inTheWay.resolve("file"), "");

    assertThatThrownBy(() -> SNAPSHOT.write(inTheWay))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("cannot write the snapshot " + inTheWay + ": it is a folder");
    assertThatThrownBy(() -> SNAPSHOT.write(folder.resolve("none/state.json")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageEndingWith("there is no folder " + folder.resolve("none") + " any more");
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
