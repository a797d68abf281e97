package io.github.flippingbookemulator.internal.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The PDFs of one instance of the emulator, in a temporary folder that is made on first use. */
final class SourceFiles implements AutoCloseable {
  /** Files from a snapshot that are not on disk yet: they are written on first use, most never. */
  private final Map<String, FileContent> unwritten = new ConcurrentHashMap<>();

  private final List<String> deletedMeanwhile = new ArrayList<>();
  private @Nullable TemporaryFolder folder;
  private int holds;
  private boolean closed;

  /** The path of a source's file, which need not exist yet. */
  Path of(String sourceId) {
    return folder().resolve(sourceId + ".pdf");
  }

  /** The path of a source's existing file; one from a snapshot is written to disk first. */
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

  /** Stores the content of a source's file in memory until it is used. */
  void keep(String sourceId, FileContent content) {
    unwritten.put(sourceId, content);
  }

  /**
   * The content of a source's file. If somebody has deleted it, the content is empty and the log
   * says so: the rest of a state is worth keeping.
   *
   * @throws IllegalStateException if the emulator was reset
   */
  FileContent content(String sourceId) {
    FileContent content = unwritten.get(sourceId);
    if (content != null) {
      return content;
    }
    try {
      return FileContent.read(of(sourceId));
    } catch (UnusableFile e) {
      throw new IllegalStateException(
          "the PDF of source '" + sourceId + "' is gone: the emulator was reset", e);
    } catch (IOException e) {
      System.getLogger(SourceFiles.class.getName())
          .log(
              System.Logger.Level.WARNING,
              "The PDF of source {0} is gone from the temporary folder; what is saved of it is an"
                  + " empty file",
              sourceId);
      return new FileContent(new byte[0]);
    }
  }

  /** Postpones the deletion of single files until the hold is closed. */
  synchronized FileHold hold() {
    holds++;
    AtomicBoolean held = new AtomicBoolean(true);
    return () -> {
      if (held.getAndSet(false)) {
        release();
      }
    };
  }

  /** The folder for PDFBox's list of fonts, made if it is missing. */
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
      delete(folder.path().resolve(sourceId + ".pdf"));
    }
  }

  /** Deletes all files, at once even if they are held; no file can be added afterwards. */
  @Override
  public synchronized void close() {
    closed = true;
    unwritten.clear();
    if (folder == null) {
      return;
    }
    folder.close();
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
        folder = TemporaryFolder.make();
      } catch (IOException e) {
        throw new UnusableFile("The emulator cannot keep the file: " + e.getMessage());
      }
    }
    return folder.path();
  }

  static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      System.getLogger(SourceFiles.class.getName())
          .log(System.Logger.Level.WARNING, "The temporary file {0} cannot be deleted", file);
    }
  }
}
