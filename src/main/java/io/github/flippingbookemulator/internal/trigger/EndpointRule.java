package io.github.flippingbookemulator.internal.trigger;

import io.github.flippingbookemulator.internal.outbound.BadUrl;
import io.github.flippingbookemulator.internal.outbound.WebUrl;
import io.github.flippingbookemulator.trigger.WebhookTargets;
import org.jspecify.annotations.Nullable;

/** Which endpoints webhooks go to. */
final class EndpointRule {
  private final WebhookTargets targets;
  private final Inboxes inboxes;

  EndpointRule(WebhookTargets targets, Inboxes inboxes) {
    this.targets = targets;
    this.inboxes = inboxes;
  }

  /** Returns why nothing is sent to an endpoint, in words; null if it is. */
  @Nullable String objection(@Nullable String endpoint) {
    if (endpoint == null) {
      return "its trigger has no endpoint";
    }
    try {
      WebUrl url = WebUrl.parse(endpoint);
      return switch (targets) {
        case NETWORK -> null;
        case LOOPBACK ->
            url.isLoopback() || inboxes.isInbox(url)
                ? null
                : "webhooks may only go to localhost and loopback addresses here, not to "
                    + url.host();
        case INBOXES ->
            inboxes.isInbox(url)
                ? null
                : "webhooks may only go to the emulator's own inboxes here, below "
                    + inboxes.address();
        case OFF -> "webhooks are switched off";
      };
    } catch (BadUrl e) {
      return "its endpoint " + e.reason();
    }
  }
}
