package io.github.flippingbookemulator.internal.trigger;

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
        && event.event().reaches(trigger.limitTo())
        && contains(trigger.limitTo(), event)
        && (trigger.triggerOn().contains(Medium.PUBLICATION) || event.linkId() != null);
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
