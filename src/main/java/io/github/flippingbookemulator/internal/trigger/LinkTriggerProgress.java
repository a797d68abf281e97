package io.github.flippingbookemulator.internal.trigger;

import io.github.flippingbookemulator.link.NotificationSettings;
import io.github.flippingbookemulator.link.TrackedLink;
import io.github.flippingbookemulator.trigger.EventName;

/**
 * What a link's automatic trigger has reported. The link's settings say what it reports; changing
 * them does not reset these values (D).
 *
 * @param alerts the link's settings
 * @param viewsTold how many openings have been reported
 * @param downloadTold whether a print or download has been reported
 */
record LinkTriggerProgress(NotificationSettings alerts, int viewsTold, boolean downloadTold) {
  static LinkTriggerProgress of(TrackedLink link) {
    return new LinkTriggerProgress(link.alerts(), 0, false);
  }

  LinkTriggerProgress following(TrackedLink link) {
    return new LinkTriggerProgress(link.alerts(), viewsTold, downloadTold);
  }

  /** Whether the link's settings decide about this event; otherwise the trigger's own events do. */
  boolean governs(EventName event) {
    return switch (event) {
      case SESSION -> alerts.views() > 0;
      case PRINT, DOWNLOAD -> alerts.download();
      case NOT_VIEWED_UNTIL -> alerts.notOpenedUntil() != null;
      default -> false;
    };
  }

  /** Whether an event that the link's settings govern still has to be reported. */
  boolean firesFor(EventName event) {
    return switch (event) {
      case SESSION -> viewsTold < alerts.views();
      case PRINT, DOWNLOAD -> alerts.download() && !downloadTold;
      default -> governs(event);
    };
  }

  LinkTriggerProgress told(EventName event) {
    return switch (event) {
      case SESSION -> new LinkTriggerProgress(alerts, viewsTold + 1, downloadTold);
      case PRINT, DOWNLOAD -> new LinkTriggerProgress(alerts, viewsTold, true);
      default -> this;
    };
  }
}
