package io.github.flippingbookemulator.link;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of a link wants to be told.
 *
 * @param firstView whether the first opening is told (D)
 * @param firstViews whether the first {@value #MANY} openings are told (D)
 * @param download whether the first print or download through the link is told (D)
 * @param notOpenedUntil when it is told that the link has not been opened; null for never
 * @param via how it is told
 */
public record NotificationSettings(
    boolean firstView,
    boolean firstViews,
    boolean download,
    @Nullable Instant notOpenedUntil,
    Notification via) {
  /** How many openings are told of a link that is not told only once (D). */
  public static final int MANY = 10;

  /**
   * Counts the openings that are told.
   *
   * @return how many of the first ones: 0, 1 or {@value #MANY}
   */
  public int views() {
    return firstViews ? MANY : firstView ? 1 : 0;
  }
}
