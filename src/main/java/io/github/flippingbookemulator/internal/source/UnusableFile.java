package io.github.flippingbookemulator.internal.source;

/** A file cannot become a source; the message says why, in words for people. */
final class UnusableFile extends RuntimeException {
  UnusableFile(String reason) {
    super(reason, null, false, false);
  }
}
