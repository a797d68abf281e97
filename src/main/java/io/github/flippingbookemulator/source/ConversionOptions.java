package io.github.flippingbookemulator.source;

/**
 * How sources are converted.
 *
 * @param pace what moves conversions on
 * @param times how long the stages of timed conversions take
 * @param fetch where files come from that a client names by their address
 */
public record ConversionOptions(Pace pace, ConversionTimes times, Fetch fetch) {}
