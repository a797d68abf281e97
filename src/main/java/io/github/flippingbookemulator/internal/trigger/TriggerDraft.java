package io.github.flippingbookemulator.internal.trigger;

import io.github.flippingbookemulator.internal.store.Change;
import io.github.flippingbookemulator.trigger.EventName;
import io.github.flippingbookemulator.trigger.Trigger.Medium;
import io.github.flippingbookemulator.trigger.TriggerScope;
import java.util.Set;

/**
 * What a call says of a trigger; on an update, what is omitted stays.
 *
 * @param name the name; null clears it
 * @param endpoint the endpoint; null clears it where that is allowed
 * @param events the events
 * @param triggerOn what it is told about
 * @param limitTo where it has to happen; null is the whole account (O)
 */
public record TriggerDraft(
    Change<String> name,
    Change<String> endpoint,
    Change<Set<EventName>> events,
    Change<Set<Medium>> triggerOn,
    Change<TriggerScope> limitTo) {}
