package io.github.flippingbookemulator.fault;

/**
 * A fault, with the calls that it applies to.
 *
 * @param id identifies the rule, 1 or more; not used again before a reset
 * @param fault what happens
 * @param calls the calls that it applies to
 * @param remaining how many more calls it applies to, 1 or more; {@link CallMatcher#NO_END} for all
 */
public record FaultRule(int id, Fault fault, CallMatcher calls, int remaining) {}
