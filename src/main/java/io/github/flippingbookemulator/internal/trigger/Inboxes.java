package io.github.flippingbookemulator.internal.trigger;

import io.github.flippingbookemulator.internal.outbound.WebUrl;
import io.github.flippingbookemulator.internal.store.BoundedMap;
import io.github.flippingbookemulator.trigger.InboxControl;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The inboxes of the emulator, by name. An inbox is created when its name is first used; the newest
 * {@value #NAMES} are kept.
 */
public final class Inboxes {
  /** The start of the path of an inbox, below the path of the control plane. */
  static final String PATH = "/inbox/";

  /** The header for {@link #postmark}. */
  static final String POSTMARK = "X-Emulator-Postmark";

  static final int NAMES = 10_000;

  private final BoundedMap<String, Inbox> inboxes = new BoundedMap<>(NAMES);
  private final InboxMemory memory = new InboxMemory();
  private final Supplier<URI> controlPlane;
  private final Supplier<List<URI>> names;
  private final String server;
  private final String postmark;

  /**
   * Creates the inboxes of one instance of the emulator.
   *
   * @param controlPlane returns the URL of the control plane
   * @param names returns the URLs by which the emulator is called
   * @param server identifies this emulator; without spaces
   * @param instance identifies the instance in this emulator
   */
  public Inboxes(
      Supplier<URI> controlPlane, Supplier<List<URI>> names, String server, long instance) {
    this.controlPlane = controlPlane;
    this.names = names;
    this.server = server + " ";
    this.postmark = this.server + instance;
  }

  /**
   * Returns the name of the instance that sends a delivery to an inbox. A reset cancels deliveries,
   * but one may be in the network already and would reach the next instance. Empty for other
   * endpoints, which get only what the service sends.
   */
  Optional<String> postmark(WebUrl endpoint) {
    return hasPath(endpoint) ? Optional.of(postmark) : Optional.empty();
  }

  /** Whether a URL is that of an inbox, by the name of this machine or of the emulator. */
  boolean isInbox(WebUrl url) {
    return hasPath(url)
        && names.get().stream()
            .map(own -> WebUrl.parse(own.toString()))
            .filter(own -> own.port() == url.port())
            .anyMatch(own -> own.host().equals(url.host()) || own.isLoopback() && url.isLoopback());
  }

  private boolean hasPath(WebUrl url) {
    return url.path().startsWith(controlPlane.get().getPath() + PATH);
  }

  /** Whether an endpoint is an inbox that lets nobody wait, and so no part of the world outside. */
  boolean answersAtOnce(WebUrl endpoint) {
    String path = endpoint.path();
    return hasPath(endpoint)
        && inboxes
            .find(path.substring(path.lastIndexOf('/') + 1))
            .filter(inbox -> !inbox.isSlow())
            .isPresent();
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
   * @param name see {@link InboxControl#requireName}
   * @return always the same inbox for the same name, as long as it is kept
   * @throws IllegalArgumentException if that is no name
   */
  public Inbox inbox(String name) {
    InboxControl.requireName(name);
    return inboxes.computeIfAbsent(name, key -> new Inbox(URI.create(address() + key), memory));
  }
}
