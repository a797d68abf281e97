package io.github.flippingbookemulator.internal.option;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads text that people have in a file. */
public final class TextFile {
  private TextFile() {}

  /**
   * Reads a file.
   *
   * @param what it holds, for complaints
   * @param file where it is
   * @throws UncheckedIOException if it cannot be read, with a sentence that says why
   */
  public static String read(String what, Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot read the %s file %s: %s".formatted(what, file, reason(e)), e);
    }
  }

  private static String reason(IOException failure) {
    if (failure instanceof NoSuchFileException) {
      return "there is no such file";
    }
    if (failure instanceof AccessDeniedException) {
      return "it may not be read";
    }
    if (failure instanceof CharacterCodingException) {
      return "it is not UTF-8 text";
    }
    return String.valueOf(failure.getMessage());
  }
}
