package io.github.flippingbookemulator.trigger;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The webhook receivers of the emulator, by name. One exists as soon as it is named. */
public final class Inboxes {
  /** What the path of an inbox begins with, below the control plane's own. */
  static final String PATH = "/inbox/";

  private final Map<String, Inbox> inboxes = new ConcurrentHashMap<>();
  private final Supplier<URI> controlPlane;

  /**
   * Makes the receivers of one life of the emulator.
   *
   * @param controlPlane tells where the control plane is
   */
  public Inboxes(Supplier<URI> controlPlane) {
    this.controlPlane = controlPlane;
  }

  /**
   * Returns an inbox.
   *
   * @param name lowercase letters, digits and dashes
   * @return always the same inbox for the same name
   * @throws IllegalArgumentException if the name has other characters
   */
  public Inbox inbox(String name) {
    if (!name.matches("[0-9a-z-]+")) {
      throw new IllegalArgumentException(
          "an inbox is named with lowercase letters, digits and dashes, not '" + name + "'");
    }
    return inboxes.computeIfAbsent(
        name, key -> new Inbox(URI.create(controlPlane.get() + PATH + key)));
  }
}
