package io.github.flippingbookemulator.internal.snapshot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Writes files that are there as a whole or, if something goes wrong, as they were before. A
 * symbolic link stays one, and a file keeps its permissions; a new one is for its owner only, since
 * it holds keys and passwords.
 */
public final class AtomicFile {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private static final Pattern DRAFT = Pattern.compile("\\.[0-9a-f-]{36}\\.tmp");

  /** A younger draft may be one that another process is writing. */
  private static final Duration OLD = Duration.ofMinutes(1);

  private AtomicFile() {}

  static void write(Path file, byte[] content) throws IOException {
    Path target = target(file);
    Path draft = target.resolveSibling(target.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      try (FileChannel channel =
          FileChannel.open(
              draft,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              permissions(target))) {
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        channel.force(true); // else a crash could leave the new name with nothing behind it
      }
      if (Files.exists(target) && hasPermissions(target)) {
        // When it was made, the process's own mask may have taken some away.
        Files.setPosixFilePermissions(draft, Files.getPosixFilePermissions(target));
      }
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /**
   * Removes what processes have left that were killed while they wrote a file.
   *
   * @param file the file
   * @param now the real time
   */
  public static void removeOldDrafts(Path file, Instant now) {
    try {
      Path target = target(file);
      String name = target.getFileName().toString();
      try (DirectoryStream<Path> beside = Files.newDirectoryStream(target.getParent())) {
        for (Path each : beside) {
          String other = each.getFileName().toString();
          if (other.startsWith(name)
              && DRAFT.matcher(other.substring(name.length())).matches()
              && Files.getLastModifiedTime(each).toInstant().isBefore(now.minus(OLD))) {
            Files.deleteIfExists(each);
          }
        }
      }
    } catch (IOException e) {
      // They are only in the way of order; writing will tell what is wrong.
    }
  }

  /**
   * Returns the file that is replaced.
   *
   * @param file a file, or a symbolic link to one, which need not be there
   * @return its absolute path, without a link at the end
   * @throws IOException if links lead in a circle
   */
  public static Path target(Path file) throws IOException {
    if (Files.exists(file)) {
      return file.toRealPath();
    }
    Path target = file.toAbsolutePath();
    return Files.isSymbolicLink(target)
        ? target(target.resolveSibling(Files.readSymbolicLink(target)))
        : target;
  }

  /** Says why a file could not be written. */
  static String reason(IOException failure, Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file)) {
      return "it is a folder";
    }
    if (folder != null && !Files.isDirectory(folder)) {
      return "there is no folder " + folder + " any more";
    }
    if (failure instanceof AccessDeniedException || failure instanceof NoSuchFileException) {
      return "the folder " + folder + " may not be written to";
    }
    if (failure instanceof FileSystemException system && system.getReason() != null) {
      return system.getReason(); // in the words of the system, such as "No space left on device"
    }
    return failure.getMessage() == null ? failure.toString() : failure.getMessage();
  }

  private static FileAttribute<?>[] permissions(Path target) throws IOException {
    return hasPermissions(target)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
        : new FileAttribute<?>[0];
  }

  private static boolean hasPermissions(Path target) throws IOException {
    Path folder = target.getParent();
    return folder != null && Files.getFileStore(folder).supportsFileAttributeView("posix");
  }
}
