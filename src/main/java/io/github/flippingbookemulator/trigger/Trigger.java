package io.github.flippingbookemulator.trigger;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A trigger, in its state at one moment.
 *
 * @param id 32 lowercase hex digits
 * @param name its name for people; only the older endpoints use it
 * @param endpoint the URL that notifications are sent to; null if there is none
 * @param events the events that fire it
 * @param triggerOn where its events come from
 * @param limitTo the scope that its events are in
 * @param linkId the link whose automatic trigger it is; null for other triggers
 */
public record Trigger(
    String id,
    @Nullable String name,
    @Nullable String endpoint,
    Set<EventName> events,
    Set<Medium> triggerOn,
    TriggerScope limitTo,
    @Nullable String linkId) {
  /** Copies the sets, in the order in which their values are declared. */
  public Trigger {
    events = sorted(events);
    triggerOn = sorted(triggerOn);
  }

  /** Where the events of a trigger come from. */
  public enum Medium {
    /** All events of publications, those through tracked links included. */
    PUBLICATION("publication"),
    /** Only events through tracked links. */
    TRACKED_LINK("trackedlink");

    private final String wire;

    Medium(String wire) {
      this.wire = wire;
    }

    /**
     * Returns the medium as the API writes it.
     *
     * @return the word, in lower case
     */
    public String wire() {
      return wire;
    }
  }

  /**
   * Returns whether the trigger follows a link's settings.
   *
   * @return true for the automatic trigger that each link has
   */
  public boolean isAutomatic() {
    return linkId != null;
  }

  private static <E extends Enum<E>> Set<E> sorted(Set<E> values) {
    return Collections.unmodifiableSet(new TreeSet<>(values));
  }
}
