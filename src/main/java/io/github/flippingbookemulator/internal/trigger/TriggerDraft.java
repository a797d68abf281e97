package io.github.flippingbookemulator.internal.trigger;

import io.github.flippingbookemulator.internal.store.Change;
import io.github.flippingbookemulator.trigger.EventName;
import io.github.flippingbookemulator.trigger.Trigger.Medium;
import io.github.flippingbookemulator.trigger.TriggerScope;
import java.util.Set;

/**
 * What a request says about a trigger; on an update, omitted properties stay unchanged.
 *
 * @param name the name; null clears it
 * @param endpoint the endpoint; null clears it where that is allowed
 * @param events the events
 * @param triggerOn where its events come from
 * @param limitTo the scope that its events are in; null is the whole account (O)
 */
public record TriggerDraft(
    Change<String> name,
    Change<String> endpoint,
    Change<Set<EventName>> events,
    Change<Set<Medium>> triggerOn,
    Change<TriggerScope> limitTo) {}
