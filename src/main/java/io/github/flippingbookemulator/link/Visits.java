package io.github.flippingbookemulator.link;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The visits through a link in a period of time.
 *
 * @param count how often it was opened
 * @param duration how long it was viewed in total
 * @param last when it was last opened; null if never
 */
public record Visits(int count, Duration duration, @Nullable Instant last) {
  /** No visits. */
  public static final Visits NONE = new Visits(0, Duration.ZERO, null);
}
