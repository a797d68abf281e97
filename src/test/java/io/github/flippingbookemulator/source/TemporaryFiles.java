package io.github.flippingbookemulator.source;

import io.github.flippingbookemulator.testkit.TestEmulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds temporary files; several emulators may be running on this machine. */
final class TemporaryFiles {
  private TemporaryFiles() {}

  /** Finds the PDF of a source, which is given by its path in the API. */
  static Optional<Path> of(String source) {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    try (DirectoryStream<Path> folders =
        Files.newDirectoryStream(temporary, "flippingbook-emulator-*")) {
      for (Path folder : folders) {
        Path file = folder.resolve(TestEmulator.id(source) + ".pdf");
        if (Files.exists(file)) {
          return Optional.of(file);
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
