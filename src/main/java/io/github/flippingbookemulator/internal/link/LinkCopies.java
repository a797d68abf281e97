package io.github.flippingbookemulator.internal.link;

import io.github.flippingbookemulator.link.NotificationSettings;
import io.github.flippingbookemulator.link.TrackedLink;
import io.github.flippingbookemulator.link.TrackedLink.Status;
import io.github.flippingbookemulator.link.Visits;
import java.time.Duration;
import java.time.Instant;

/** Copies of a tracked link in which one part is another. */
final class LinkCopies {
  private LinkCopies() {}

  static TrackedLink with(
      TrackedLink of,
      String title,
      NotificationSettings alerts,
      int visitsBefore,
      Status standing) {
    return new TrackedLink(
        of.id(),
        of.urlName(),
        of.publicationId(),
        of.triggerId(),
        of.created(),
        title,
        alerts,
        visitsBefore,
        standing,
        of.all(),
        of.sinceSeen());
  }

  static TrackedLink withStatus(TrackedLink of, Status status) {
    return with(of, of.title(), of.alerts(), of.visitsBefore(), status);
  }

  static TrackedLink withPublication(TrackedLink of, String publicationId) {
    return new TrackedLink(
        of.id(),
        of.urlName(),
        publicationId,
        of.triggerId(),
        of.created(),
        of.title(),
        of.alerts(),
        of.visitsBefore(),
        of.standing(),
        of.all(),
        of.sinceSeen());
  }

  static TrackedLink opened(TrackedLink of, Instant at) {
    return withVisits(of, opened(of.all(), at), opened(of.sinceSeen(), at));
  }

  static TrackedLink viewed(TrackedLink of, Duration longer) {
    return withVisits(of, viewed(of.all(), longer), viewed(of.sinceSeen(), longer));
  }

  static TrackedLink seen(TrackedLink of) {
    return withVisits(of, of.all(), Visits.NONE);
  }

  private static TrackedLink withVisits(TrackedLink of, Visits all, Visits sinceSeen) {
    return new TrackedLink(
        of.id(),
        of.urlName(),
        of.publicationId(),
        of.triggerId(),
        of.created(),
        of.title(),
        of.alerts(),
        of.visitsBefore(),
        of.standing(),
        all,
        sinceSeen);
  }

  private static Visits opened(Visits visits, Instant at) {
    return new Visits(visits.count() + 1, visits.duration(), at);
  }

  private static Visits viewed(Visits visits, Duration longer) {
    return new Visits(visits.count(), visits.duration().plus(longer), visits.last());
  }
}
