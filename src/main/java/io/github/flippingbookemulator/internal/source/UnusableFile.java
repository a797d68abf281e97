package io.github.flippingbookemulator.internal.source;

/** A source's file cannot be used. The message, a sentence for users, says why. */
final class UnusableFile extends RuntimeException {
  UnusableFile(String reason) {
    super(reason, null, false, false);
  }
}
