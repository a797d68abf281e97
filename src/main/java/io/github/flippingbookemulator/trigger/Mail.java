package io.github.flippingbookemulator.trigger;

import java.time.Instant;

/**
 * A mail that the service would have sent.
 *
 * @param at when
 * @param accountId whose account it is about
 * @param recipient the address of the account
 * @param subject the subject
 * @param text the text
 * @param event what it is about
 */
public record Mail(
    Instant at, long accountId, String recipient, String subject, String text, EventName event) {}
