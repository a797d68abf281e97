package io.github.flippingbookemulator.trigger;

import java.time.Instant;

/**
 * A mail that the service would have sent.
 *
 * @param at when the event happened
 * @param accountId the account of the event
 * @param recipient the address of the account
 * @param subject the subject
 * @param text the text
 * @param event the event that it reports
 */
public record Mail(
    Instant at, long accountId, String recipient, String subject, String text, EventName event) {}
