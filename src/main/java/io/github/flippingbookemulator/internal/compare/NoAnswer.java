package io.github.flippingbookemulator.internal.compare;

/** A call has no answer that can be compared; the message says why. */
final class NoAnswer extends RuntimeException {
  NoAnswer(String reason) {
    super(reason, null, false, false);
  }
}
