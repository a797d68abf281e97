package io.github.flippingbookemulator.examples;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The PDFs of the examples. */
final class Pdfs {
  private Pdfs() {}

  /** A catalog of twelve pages. */
  static byte[] catalog() {
    try (InputStream in = Pdfs.class.getResourceAsStream("catalog.pdf")) {
      if (in == null) {
        throw new IllegalStateException("catalog.pdf is missing");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
