package io.github.flippingbookemulator.internal.fault;

/**
 * The properties of a call that faults depend on.
 *
 * @param operation what is called
 * @param accountId the account that calls
 * @param byKey whether it came with an API key rather than an access token
 */
public record Incoming(Operation operation, long accountId, boolean byKey) {}
