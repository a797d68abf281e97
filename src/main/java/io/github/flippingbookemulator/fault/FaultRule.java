package io.github.flippingbookemulator.fault;

/**
 * A fault that waits for its calls.
 *
 * @param id names the rule, 1 or more; ids are never used again before a reset
 * @param fault what happens
 * @param calls to which calls
 * @param remaining how many more of them will be struck, 1 or more; {@link CallMatcher#NO_END} for
 *     all
 */
public record FaultRule(int id, Fault fault, CallMatcher calls, int remaining) {}
