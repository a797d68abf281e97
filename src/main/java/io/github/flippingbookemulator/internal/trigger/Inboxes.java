package io.github.flippingbookemulator.internal.trigger;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The webhook receivers of the emulator, by name. One exists as soon as it is named. */
public final class Inboxes {
  /** What the path of an inbox begins with, below the control plane's own. */
  static final String PATH = "/inbox/";

  /** The header for {@link #postmark}. */
  static final String POSTMARK = "X-Emulator-Postmark";

  private final Map<String, Inbox> inboxes = new ConcurrentHashMap<>();
  private final Supplier<URI> controlPlane;
  private final String server;
  private final String postmark;

  /**
   * Makes the receivers of one instance of the emulator.
   *
   * @param controlPlane tells where the control plane is
   * @param server tells this emulator from all others, without a blank
   * @param instance tells this instance from the others of the same emulator
   */
  public Inboxes(Supplier<URI> controlPlane, String server, long instance) {
    this.controlPlane = controlPlane;
    this.server = server + " ";
    this.postmark = this.server + instance;
  }

  /**
   * Names the instance that a delivery comes from, for the inbox that gets it. A reset breaks
   * deliveries off, but one may be in the network already, and would come to the next instance.
   * Other receivers get what the service sends and no more.
   */
  Optional<String> postmark(String endpoint) {
    String path = URI.create(endpoint).getPath();
    return path != null && path.startsWith(controlPlane.get().getPath() + PATH)
        ? Optional.of(postmark)
        : Optional.empty();
  }

  /** Tells whether a delivery comes from a former instance of this emulator. */
  boolean isLate(Optional<String> mark) {
    return mark.filter(text -> text.startsWith(server) && !text.equals(postmark)).isPresent();
  }

  /**
   * Returns where the inboxes are.
   *
   * @return what the address of each begins with
   */
  public String address() {
    return controlPlane.get() + PATH;
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
    return inboxes.computeIfAbsent(name, key -> new Inbox(URI.create(address() + key)));
  }
}
