package io.github.flippingbookemulator.link;

/** How the owner of a link is told of what happens through it (D). */
public enum Notification {
  /** By mail, which goes to the emulator's outbox. */
  EMAIL("Email"),
  /** By a webhook, which needs an endpoint first. */
  ZAPIER("Zapier");

  private final String wire;

  Notification(String wire) {
    this.wire = wire;
  }

  /**
   * Returns the way as the API writes it.
   *
   * @return the value of {@code triggerVia}
   */
  public String wire() {
    return wire;
  }
}
