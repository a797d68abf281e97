package io.github.flippingbookemulator.internal.link;

import io.github.flippingbookemulator.internal.store.Change;
import io.github.flippingbookemulator.link.Notification;
import io.github.flippingbookemulator.link.NotificationSettings;
import java.time.Instant;
import java.util.Optional;

/**
 * What a request says about a link; on an update, omitted properties stay unchanged.
 *
 * @param title the title; null counts as omitted
 * @param publication the publication that it leads to
 * @param via how the owner is notified
 * @param onlyFirstView whether the first opening is reported
 * @param firstViews whether the first ten openings are reported; overrides {@code onlyFirstView}
 *     (E)
 * @param download whether the first print or download is reported
 * @param notOpenedUntil when to report that the link has not been opened; null for never
 */
public record LinkDraft(
    Change<String> title,
    PublicationRef publication,
    Change<Notification> via,
    Change<Boolean> onlyFirstView,
    Change<Boolean> firstViews,
    Change<Boolean> download,
    Change<Instant> notOpenedUntil) {

  /**
   * The ways to name a publication; if several are given, they must agree (E).
   *
   * @param id its id
   * @param hashId its hash id
   * @param url its canonical link
   */
  public record PublicationRef(Optional<String> id, Optional<String> hashId, Optional<String> url) {
    boolean isEmpty() {
      return id.isEmpty() && hashId.isEmpty() && url.isEmpty();
    }
  }

  NotificationSettings alerts(NotificationSettings before) {
    return new NotificationSettings(
        onlyFirstView.given().orElse(before.firstView()),
        firstViews.given().orElse(before.firstViews()),
        download.given().orElse(before.download()),
        notOpenedUntil.or(before.notOpenedUntil()),
        via.given().orElse(before.via()));
  }
}
