package io.github.flippingbookemulator.internal.trigger;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The inboxes of the emulator, by name. An inbox is created when its name is first used. */
public final class Inboxes {
  /** The start of the path of an inbox, below the path of the control plane. */
  static final String PATH = "/inbox/";

  /** The header for {@link #postmark}. */
  static final String POSTMARK = "X-Emulator-Postmark";

  private final Map<String, Inbox> inboxes = new ConcurrentHashMap<>();
  private final Supplier<URI> controlPlane;
  private final String server;
  private final String postmark;

  /**
   * Creates the inboxes of one instance of the emulator.
   *
   * @param controlPlane returns the URL of the control plane
   * @param server identifies this emulator; without spaces
   * @param instance identifies the instance in this emulator
   */
  public Inboxes(Supplier<URI> controlPlane, String server, long instance) {
    this.controlPlane = controlPlane;
    this.server = server + " ";
    this.postmark = this.server + instance;
  }

  /**
   * Returns the name of the instance that sends a delivery to an inbox. A reset cancels deliveries,
   * but one may be in the network already and would reach the next instance. Empty for other
   * endpoints, which get only what the service sends.
   */
  Optional<String> postmark(String endpoint) {
    String path = URI.create(endpoint).getPath();
    return path != null && path.startsWith(controlPlane.get().getPath() + PATH)
        ? Optional.of(postmark)
        : Optional.empty();
  }

  /** Whether an endpoint is an inbox that lets nobody wait, and so no part of the world outside. */
  boolean answersAtOnce(String endpoint) {
    String name = endpoint.substring(endpoint.lastIndexOf('/') + 1);
    Inbox inbox = postmark(endpoint).map(mark -> inboxes.get(name)).orElse(null);
    return inbox != null && !inbox.isSlow();
  }

  /** Returns whether a delivery comes from an earlier instance of this emulator. */
  boolean isLate(Optional<String> mark) {
    return mark.filter(text -> text.startsWith(server) && !text.equals(postmark)).isPresent();
  }

  /**
   * Returns the common start of all inbox URLs.
   *
   * @return the URL without the name
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
