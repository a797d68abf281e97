package io.github.flippingbookemulator.internal.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may use the control plane.
 *
 * @param on whether it is switched on; the health check and the webhook inboxes work in any case
 * @param token the token that callers must send; null if none is required
 * @param hosts further host names by which it may be called, besides those that cannot be used for
 *     DNS rebinding
 */
public record ControlOptions(boolean on, @Nullable String token, List<String> hosts) {
  /** Open to all callers except pages of other sites. */
  public static final ControlOptions OPEN = new ControlOptions(true, null, List.of());

  /** Copies the list. */
  public ControlOptions {
    hosts = List.copyOf(hosts);
  }

  @Override
  public String toString() {
    return "ControlOptions[on=%s, token=%s, hosts=%s]"
        .formatted(on, token == null ? "none" : "***", hosts);
  }
}
