package io.github.flippingbookemulator.standalone;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The jar that the build has made, and the jars that went into it. The build says where they are,
 * see the pom.
 */
final class StandaloneJar {
  static final Path PATH = Path.of(System.getProperty("standalone.jar"));
  static final String OURS = "io/github/flippingbookemulator/";
  static final String MOVED = OURS + "shaded/";

  private StandaloneJar() {}

  static Set<String> files() {
    return files(PATH);
  }

  static Set<String> files(Path jar) {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      return zip.stream()
          .filter(entry -> !entry.isDirectory())
          .map(ZipEntry::getName)
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(String file) {
    return text(PATH, file);
  }

  static String text(Path jar, String file) {
    try (ZipFile zip = new ZipFile(jar.toFile());
        InputStream in = zip.getInputStream(zip.getEntry(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The jars of other projects. */
  static List<Path> libraries() {
    return parts().filter(part -> !isOurs(part)).toList();
  }

  /** The jars of this project. */
  static List<Path> ownJars() {
    return parts().filter(StandaloneJar::isOurs).toList();
  }

  private static Stream<Path> parts() {
    return Stream.of(System.getProperty("parts").split(File.pathSeparator)).map(Path::of);
  }

  private static boolean isOurs(Path part) {
    return part.getFileName().toString().startsWith("flippingbook-emulator");
  }
}
