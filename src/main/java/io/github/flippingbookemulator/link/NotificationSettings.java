package io.github.flippingbookemulator.link;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of a link is notified of.
 *
 * @param firstView whether the first opening is reported (D)
 * @param firstViews whether the first {@value #MANY} openings are reported (D)
 * @param download whether the first print or download through the link is reported (D)
 * @param notOpenedUntil when to report that the link has not been opened; null for never
 * @param via how the owner is notified
 */
public record NotificationSettings(
    boolean firstView,
    boolean firstViews,
    boolean download,
    @Nullable Instant notOpenedUntil,
    Notification via) {
  /** How many openings are reported if more than the first one is (D). */
  public static final int MANY = 10;

  /**
   * Returns how many openings are reported.
   *
   * @return 0, 1 or {@value #MANY}
   */
  public int views() {
    return firstViews ? MANY : firstView ? 1 : 0;
  }
}
