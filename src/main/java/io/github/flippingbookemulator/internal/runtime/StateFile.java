package io.github.flippingbookemulator.internal.runtime;

import io.github.flippingbookemulator.internal.option.Option;
import io.github.flippingbookemulator.internal.option.OptionException;
import io.github.flippingbookemulator.internal.option.OptionGroup;
import io.github.flippingbookemulator.internal.option.OptionValues;
import io.github.flippingbookemulator.internal.option.TextTypes;
import io.github.flippingbookemulator.internal.snapshot.AtomicFile;
import io.github.flippingbookemulator.internal.snapshot.EmulatorState;
import io.github.flippingbookemulator.internal.snapshot.StateSnapshot;
import io.github.flippingbookemulator.internal.time.EmulatorClock;
import io.github.flippingbookemulator.snapshot.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The file that keeps the state from one run of an emulator to the next.
 *
 * @param path where it is
 */
public record StateFile(Path path) {
  /** Where the state is kept. */
  public static final Option<Path> STATE =
      new Option<>(
          "state",
          OptionGroup.START,
          new TextTypes.FilePath(),
          null,
          "A file that keeps everything: read at the start, if it is there, with its accounts and"
              + " keys; written at the stop. Default: nothing is kept.");

  /** Returns the file that the options name, if they do. */
  public static Optional<StateFile> of(OptionValues options) {
    return options.find(STATE).map(StateFile::new);
  }

  /**
   * Reads the state of the last run.
   *
   * @return the state; empty if there is no file yet, or one without a byte
   * @throws IllegalArgumentException if the file is broken, so that it is not written over, or if
   *     it could not be written later
   * @throws java.io.UncheckedIOException if it cannot be read
   */
  Optional<EmulatorState> load() {
    Path folder = path.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
      throw cannotKeep("there is no folder %s that can be written to".formatted(folder));
    }
    if (Files.isDirectory(path)) {
      throw cannotKeep("it is a folder; name a file in it");
    }
    try {
      if (MountedFile.is(AtomicFile.target(path))) {
        throw cannotKeep("it is mounted by itself and cannot be replaced; mount its folder");
      }
      AtomicFile.removeOldDrafts(path, EmulatorClock.realTime());
      return Files.notExists(path) || Files.size(path) == 0
          ? Optional.empty()
          : Optional.of(StateSnapshot.read(path).state());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the state " + path + ": " + e.getMessage(), e);
    }
  }

  private OptionException cannotKeep(String why) {
    return new OptionException("cannot keep the state in %s: %s".formatted(path, why));
  }

  /**
   * Writes the state.
   *
   * @throws IllegalStateException if it cannot be written; the file is unchanged then
   */
  public void save(Snapshot snapshot) {
    try {
      snapshot.write(path);
    } catch (UncheckedIOException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }
}
