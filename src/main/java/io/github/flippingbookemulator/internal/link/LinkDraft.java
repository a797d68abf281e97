package io.github.flippingbookemulator.internal.link;

import io.github.flippingbookemulator.internal.store.Change;
import io.github.flippingbookemulator.link.Notification;
import io.github.flippingbookemulator.link.NotificationSettings;
import java.time.Instant;
import java.util.Optional;

/**
 * What a call says of a link; on an update, what is omitted stays.
 *
 * @param title the title; null counts as omitted
 * @param publication which publication it leads to
 * @param via how the owner is told
 * @param onlyFirstView whether the first opening is told
 * @param firstViews whether the first ten openings are told; stronger than the former (E)
 * @param download whether the first print or download is told
 * @param notOpenedUntil when it is told that the link has not been opened; null for never
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
   * The ways of naming a publication; where there are several they must agree (E).
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
