package io.github.flippingbookemulator.internal.trigger;

import io.github.flippingbookemulator.trigger.EventName;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, in the terms of triggers.
 *
 * @param accountId in which account
 * @param at when
 * @param event which event it is
 * @param publicationId the publication that it is about
 * @param linkId the tracked link that it came through; null if through none
 * @param details what the notification says of it beyond that
 */
public record TriggerEvent(
    long accountId,
    Instant at,
    EventName event,
    String publicationId,
    @Nullable String linkId,
    Map<String, Object> details) {}
