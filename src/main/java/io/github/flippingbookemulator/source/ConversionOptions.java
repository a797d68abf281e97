package io.github.flippingbookemulator.source;

/**
 * How sources are converted.
 *
 * @param pace what triggers the steps of conversions
 * @param times how long the stages of timed conversions take
 * @param fetch where files given by {@code url} come from
 */
public record ConversionOptions(Pace pace, ConversionTimes times, Fetch fetch) {}
