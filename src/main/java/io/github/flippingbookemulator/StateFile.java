package io.github.flippingbookemulator;

import io.github.flippingbookemulator.internal.snapshot.EmulatorState;
import io.github.flippingbookemulator.internal.snapshot.StateSnapshot;
import io.github.flippingbookemulator.snapshot.Snapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the state is kept from one run of an emulator to the next. */
record StateFile(Path path) {
  /**
   * Reads what the last run has left.
   *
   * @return the state; empty if there is no file yet
   * @throws IllegalArgumentException if the file is broken, so that it is not written over, or if
   *     it could not be written later
   * @throws java.io.UncheckedIOException if it cannot be read
   */
  Optional<EmulatorState> load() {
    Path folder = path.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
      throw new IllegalArgumentException(
          "cannot keep the state in %s: there is no folder %s that can be written to"
              .formatted(path, folder));
    }
    return Files.notExists(path) ? Optional.empty() : Optional.of(StateSnapshot.read(path).state());
  }

  /** Writes the state when nobody waits for it any more: a failure is told in the log. */
  void saveAtTheEnd(Snapshot snapshot) {
    try {
      snapshot.write(path);
    } catch (RuntimeException e) {
      System.getLogger(StateFile.class.getName())
          .log(System.Logger.Level.ERROR, "The state is lost; " + path + " is as it was", e);
    }
  }
}
