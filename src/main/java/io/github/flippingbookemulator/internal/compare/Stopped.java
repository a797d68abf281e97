package io.github.flippingbookemulator.internal.compare;

/** The process ends, so that no further call of a probe is made. */
public final class Stopped extends RuntimeException {
  Stopped() {
    super("stopped", null, false, false);
  }
}
