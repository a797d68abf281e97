package io.github.flippingbookemulator.trigger;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A trigger as it is at one moment.
 *
 * @param id 32 lowercase hex digits
 * @param name as people see it; only the older calls know it
 * @param endpoint where it is told; null if nowhere yet
 * @param events what is told
 * @param triggerOn what it is told about
 * @param limitTo where it has to happen
 * @param linkId the link whose automatic trigger it is; null for a trigger of its own
 */
public record Trigger(
    String id,
    @Nullable String name,
    @Nullable String endpoint,
    Set<EventName> events,
    Set<Medium> triggerOn,
    TriggerScope limitTo,
    @Nullable String linkId) {
  /** Copies the sets. */
  public Trigger {
    events = Set.copyOf(events);
    triggerOn = Set.copyOf(triggerOn);
  }

  /** What a trigger is told about. */
  public enum Medium {
    /** What happens in publications. */
    PUBLICATION("publication"),
    /** What happens through tracked links. */
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
   * Tells whether the trigger follows a link's settings.
   *
   * @return true for the one that each link has
   */
  public boolean isAutomatic() {
    return linkId != null;
  }

  Trigger told(@Nullable String newName, @Nullable String newEndpoint, Set<EventName> newEvents) {
    return new Trigger(id, newName, newEndpoint, newEvents, triggerOn, limitTo, linkId);
  }
}
