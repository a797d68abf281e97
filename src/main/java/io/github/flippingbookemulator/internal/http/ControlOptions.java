package io.github.flippingbookemulator.internal.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may use the control plane.
 *
 * @param on whether there is one; health and the receiving of webhooks are there in any case
 * @param token what callers have to show; null for nothing
 * @param hosts the names by which it may be called, besides those that cannot be a trick
 */
public record ControlOptions(boolean on, @Nullable String token, List<String> hosts) {
  /** Open to all that is not a page of another site. */
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
