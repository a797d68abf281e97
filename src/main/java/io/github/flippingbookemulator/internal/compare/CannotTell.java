package io.github.flippingbookemulator.internal.compare;

/** A probe cannot say anything, such as for want of a publication; the message says why. */
final class CannotTell extends RuntimeException {
  CannotTell(String reason) {
    super(reason, null, false, false);
  }
}
