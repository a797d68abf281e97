package io.github.flippingbookemulator.internal.trigger;

import io.github.flippingbookemulator.internal.fidelity.Reliance;
import io.github.flippingbookemulator.internal.fidelity.Statement;
import io.github.flippingbookemulator.trigger.Trigger;
import io.github.flippingbookemulator.trigger.Trigger.Medium;
import io.github.flippingbookemulator.trigger.TriggerScope;
import io.github.flippingbookemulator.trigger.TriggerScope.OfLink;
import io.github.flippingbookemulator.trigger.TriggerScope.OfPublication;

/** Decides which triggers an event fires. */
public final class TriggerMatching {
  private TriggerMatching() {}

  /** Tells whether an event is sent to the trigger's endpoint. */
  static boolean fires(Trigger trigger, TriggerEvent event) {
    return trigger.events().contains(event.event())
        && reaches(event, trigger)
        && contains(trigger.limitTo(), event)
        && (trigger.triggerOn().contains(Medium.PUBLICATION) || event.linkId() != null);
  }

  private static boolean reaches(TriggerEvent event, Trigger trigger) {
    boolean reaches = event.event().reaches(trigger.limitTo());
    if (!reaches) {
      Reliance.on(Statement.EVENT_OUTSIDE_SCOPE);
    }
    return reaches;
  }

  /** Tells whether an event is within a scope. */
  public static boolean contains(TriggerScope scope, TriggerEvent event) {
    if (scope instanceof OfPublication publication) {
      return publication.publicationId().equals(event.publicationId());
    }
    if (scope instanceof OfLink link) {
      return link.linkId().equals(event.linkId());
    }
    return true;
  }
}
