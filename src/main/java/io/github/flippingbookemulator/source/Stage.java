package io.github.flippingbookemulator.source;

/** The stages of a conversion (D). */
public enum Stage {
  /** A preview is being made; progress is a fraction from 0 to 1. */
  PREVIEW("Preview"),
  /** The pages are being made; progress is the number of finished pages. */
  L1("L1");

  private final String wire;

  Stage(String wire) {
    this.wire = wire;
  }

  /**
   * Returns the stage as the API writes it.
   *
   * @return the value of {@code stage}
   */
  public String wire() {
    return wire;
  }
}
