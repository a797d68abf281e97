package io.github.flippingbookemulator.internal.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Finds out whether a single file is mounted, as containers can do; it cannot be replaced then. */
final class MountedFile {
  /** Where Linux lists what this process sees mounted. */
  private static final Path MOUNTS = Path.of("/proc/self/mountinfo");

  /** Blanks and the like in a path, as Linux writes them. */
  private static final Pattern OCTAL = Pattern.compile("\\\\([0-7]{3})");

  private MountedFile() {}

  static boolean is(Path file) {
    return Files.isReadable(MOUNTS) && is(file, MOUNTS);
  }

  /** The path of a mount is the fifth word of its line. */
  static boolean is(Path file, Path mounts) {
    try {
      String path = file.toString();
      return Files.readAllLines(mounts).stream()
          .map(line -> line.split(" "))
          .anyMatch(words -> words.length > 4 && unescaped(words[4]).equals(path));
    } catch (IOException e) {
      return false;
    }
  }

  private static String unescaped(String path) {
    return OCTAL
        .matcher(path)
        .replaceAll(
            code ->
                code.group(1).equals("134")
                    ? "\\\\\\\\"
                    : String.valueOf((char) Integer.parseInt(code.group(1), 8)));
  }
}
