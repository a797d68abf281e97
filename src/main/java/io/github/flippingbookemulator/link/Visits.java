package io.github.flippingbookemulator.link;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a link was used in some span of time.
 *
 * @param count how often it was opened
 * @param duration how long it was viewed in all
 * @param last when it was opened last; null if never
 */
public record Visits(int count, Duration duration, @Nullable Instant last) {
  /** No visit at all. */
  public static final Visits NONE = new Visits(0, Duration.ZERO, null);
}
