package io.github.flippingbookemulator.source;

import java.time.Duration;

/**
 * How long the stages of a conversion take on the emulator's clock, in pace {@link Pace#TIMED}. The
 * emulator chooses the defaults (E).
 *
 * @param queue how long a source waits before it is queued
 * @param preview how long its preview takes
 * @param perPage how long each page of stage L1 takes
 */
public record ConversionTimes(Duration queue, Duration preview, Duration perPage) {
  /** Throws if a duration is negative. */
  public ConversionTimes {
    if (queue.isNegative() || preview.isNegative() || perPage.isNegative()) {
      throw new IllegalArgumentException("the times of a conversion are zero or more");
    }
  }

  /**
   * Returns the defaults.
   *
   * @return 1 s, 2 s, and 50 ms per page
   */
  public static ConversionTimes defaults() {
    return new ConversionTimes(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofMillis(50));
  }
}
