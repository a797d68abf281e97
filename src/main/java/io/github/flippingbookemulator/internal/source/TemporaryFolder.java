package io.github.flippingbookemulator.internal.source;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * A temporary folder that is locked as long as its process lives. A process that is killed leaves
 * its folders behind; the next one that makes a folder finds them by their free locks, and removes
 * them.
 */
final class TemporaryFolder implements AutoCloseable {
  private static final String PREFIX = "flippingbook-emulator-";
  private static final String LOCK = "lock";

  /** A younger folder may be one that is not locked yet. */
  private static final long OLD_MILLIS = 60_000;

  private static final AtomicBoolean HAS_CLEANED = new AtomicBoolean();

  private final Path path;
  private final FileChannel lock;

  private TemporaryFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  static TemporaryFolder make() throws IOException {
    Path path = Files.createTempDirectory(PREFIX);
    FileChannel lock = open(path, StandardOpenOption.CREATE);
    lock.lock();
    if (!HAS_CLEANED.getAndSet(true)) {
      removeLeftOvers(path);
    }
    return new TemporaryFolder(path, lock);
  }

  Path path() {
    return path;
  }

  /** Removes the folder and all in it. */
  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      // The lock ends with the process at the latest.
    }
    delete(path);
  }

  /** Removes what was left beside a new folder; its time tells how old the others are. */
  private static void removeLeftOvers(Path own) {
    try (DirectoryStream<Path> folders =
        Files.newDirectoryStream(own.getParent(), PREFIX + "[0-9]*")) {
      FileTime now = Files.getLastModifiedTime(own);
      for (Path folder : folders) {
        long age = now.toMillis() - Files.getLastModifiedTime(folder).toMillis();
        if (age > OLD_MILLIS && Files.isWritable(folder) && isLeftOver(folder)) {
          delete(folder);
        }
      }
    } catch (IOException e) {
      // They are only in the way of order.
    }
  }

  /** Folders of versions without locks have no such file, and stay. */
  private static boolean isLeftOver(Path folder) {
    if (!Files.isRegularFile(folder.resolve(LOCK))) {
      return false;
    }
    try (FileChannel channel = open(folder);
        FileLock free = channel.tryLock()) {
      return free != null;
    } catch (IOException | OverlappingFileLockException e) {
      return false;
    }
  }

  private static FileChannel open(Path folder, StandardOpenOption... more) throws IOException {
    Stream<StandardOpenOption> options =
        Stream.concat(Stream.of(StandardOpenOption.WRITE), Stream.of(more));
    return FileChannel.open(folder.resolve(LOCK), options.toArray(StandardOpenOption[]::new));
  }

  private static void delete(Path folder) {
    List<Path> files;
    try (Stream<Path> found = Files.walk(folder)) {
      files = found.sorted(Comparator.reverseOrder()).toList();
    } catch (IOException e) {
      return; // It has been deleted already, by another program.
    }
    files.forEach(SourceFiles::delete);
  }
}
