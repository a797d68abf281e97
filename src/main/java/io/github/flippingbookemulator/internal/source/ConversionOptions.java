package io.github.flippingbookemulator.internal.source;

import io.github.flippingbookemulator.source.ConversionTimes;
import io.github.flippingbookemulator.source.Fetch;
import io.github.flippingbookemulator.source.Pace;

/**
 * How sources are converted.
 *
 * @param pace what triggers the steps of conversions
 * @param times how long the stages of timed conversions take
 * @param fetch where files given by {@code url} come from
 */
public record ConversionOptions(Pace pace, ConversionTimes times, Fetch fetch) {}
