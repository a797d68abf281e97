package io.github.flippingbookemulator.internal.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The PDFs of one instance of the emulator, in a temporary folder that begins with the first one.
 */
final class SourceFiles implements AutoCloseable {
  /** What a snapshot brought and nobody has asked for yet: most of it never is. */
  private final Map<String, FileContent> unwritten = new ConcurrentHashMap<>();

  private final List<String> deletedMeanwhile = new ArrayList<>();
  private @Nullable Path folder;
  private int holds;
  private boolean closed;

  /** Names the file of a source; nothing is there yet. */
  Path of(String sourceId) {
    return folder().resolve(sourceId + ".pdf");
  }

  /** The file of a source, which is there. */
  Path written(String sourceId) {
    Path file = of(sourceId);
    unwritten.computeIfPresent(
        sourceId,
        (id, content) -> {
          try {
            content.writeTo(file);
            return null;
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    return file;
  }

  /** Takes the file of a source. */
  void keep(String sourceId, FileContent content) {
    unwritten.put(sourceId, content);
  }

  /**
   * What is in the file of a source, which is there.
   *
   * @throws IllegalStateException if it is not there any more
   */
  FileContent content(String sourceId) {
    FileContent content = unwritten.get(sourceId);
    if (content != null) {
      return content;
    }
    try {
      return FileContent.read(of(sourceId));
    } catch (IOException | UnusableFile e) {
      throw new IllegalStateException(
          "the PDF of source '" + sourceId + "' is gone; the emulator was reset, or it was deleted",
          e);
    }
  }

  /** Puts off all deletions but that of everything. */
  synchronized FileHold hold() {
    holds++;
    return this::release;
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
    if (holds > 0) {
      deletedMeanwhile.add(sourceId);
      return;
    }
    unwritten.remove(sourceId);
    if (folder != null) {
      delete(folder.resolve(sourceId + ".pdf"));
    }
  }

  /** Deletes all files, and refuses further ones. */
  @Override
  public synchronized void close() {
    closed = true;
    unwritten.clear();
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

  private synchronized void release() {
    holds--;
    if (holds == 0) {
      deletedMeanwhile.forEach(this::delete);
      deletedMeanwhile.clear();
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
