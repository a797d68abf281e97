package io.github.flippingbookemulator.link;

/** How the owner of a link is notified of its events (D). */
public enum Notification {
  /** By mail, which is put in the emulator's outbox. */
  EMAIL("Email"),
  /** By a webhook; the link's automatic trigger must have an endpoint. */
  ZAPIER("Zapier");

  private final String wire;

  Notification(String wire) {
    this.wire = wire;
  }

  /**
   * Returns the value as the API writes it.
   *
   * @return the value of {@code triggerVia}
   */
  public String wire() {
    return wire;
  }
}
