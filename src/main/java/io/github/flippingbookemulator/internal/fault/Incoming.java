package io.github.flippingbookemulator.internal.fault;

/**
 * A call, as far as a fault cares.
 *
 * @param operation what is called
 * @param accountId who calls
 * @param byKey whether it came with an API key rather than an access token
 */
public record Incoming(Operation operation, long accountId, boolean byKey) {}
