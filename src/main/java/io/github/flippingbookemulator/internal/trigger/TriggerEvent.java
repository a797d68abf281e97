package io.github.flippingbookemulator.internal.trigger;

import io.github.flippingbookemulator.trigger.EventName;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event in the form that triggers use.
 *
 * @param accountId the account in which it happened
 * @param at when it happened
 * @param event its name
 * @param publicationId the publication that it is about
 * @param linkId the tracked link that it came through; null if through none
 * @param details the other values in the notification
 */
public record TriggerEvent(
    long accountId,
    Instant at,
    EventName event,
    String publicationId,
    @Nullable String linkId,
    Map<String, Object> details) {}
