package io.github.flippingbookemulator.fidelity;

/** How a statement about the service is known. */
public enum Grade {
  /** The vendor's current reference or help pages say so. */
  D,
  /** An earlier edition of the reference said so, and nothing newer contradicts it. */
  H,
  /** It was seen in a public recording of the service or in a public client. */
  O,
  /** Nothing public settles it: it is the emulator's own decision. */
  E;

  /**
   * Returns the grade as it is written.
   *
   * @return one letter
   */
  public String wire() {
    return name();
  }
}
