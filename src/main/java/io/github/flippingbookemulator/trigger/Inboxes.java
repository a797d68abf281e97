package io.github.flippingbookemulator.trigger;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The webhook receivers of the emulator, by name. One exists as soon as it is named. */
public final class Inboxes {
  /** What the path of an inbox begins with. */
  static final String ROOT = "/_emulator/inbox/";

  private final Map<String, Inbox> inboxes = new ConcurrentHashMap<>();
  private final Supplier<URI> emulator;

  /**
   * Makes the receivers of one life of the emulator.
   *
   * @param emulator tells where the emulator is
   */
  public Inboxes(Supplier<URI> emulator) {
    this.emulator = emulator;
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
    return inboxes.computeIfAbsent(name, key -> new Inbox(URI.create(emulator.get() + ROOT + key)));
  }
}
