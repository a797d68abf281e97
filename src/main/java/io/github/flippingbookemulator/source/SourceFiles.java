package io.github.flippingbookemulator.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The PDFs of one life of the emulator, in a temporary folder that begins with the first one. */
final class SourceFiles implements AutoCloseable {
  private @Nullable Path folder;
  private boolean closed;

  /** Names the file of a source; nothing is there yet. */
  Path of(String sourceId) {
    return folder().resolve(sourceId + ".pdf");
  }

  /** Makes a folder for the fonts that drawing pages needs, if it is not there yet. */
  synchronized Path fonts() {
    try {
      return Files.createDirectories(folder().resolve("fonts"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  synchronized void delete(String sourceId) {
    if (folder != null) {
      delete(folder.resolve(sourceId + ".pdf"));
    }
  }

  /** Deletes all files, and refuses further ones. */
  @Override
  public synchronized void close() {
    closed = true;
    if (folder == null) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(SourceFiles::delete);
    } catch (NoSuchFileException e) {
      // Somebody cleaned up before; all the better.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized Path folder() {
    if (closed) {
      throw new UnusableFile("The emulator was reset before the file arrived.");
    }
    if (folder == null) {
      try {
        folder = Files.createTempDirectory("flippingbook-emulator-");
      } catch (IOException e) {
        throw new UnusableFile("The emulator cannot keep the file: " + e.getMessage());
      }
    }
    return folder;
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      System.getLogger(SourceFiles.class.getName())
          .log(System.Logger.Level.WARNING, "The temporary file {0} cannot be deleted", file);
    }
  }
}
