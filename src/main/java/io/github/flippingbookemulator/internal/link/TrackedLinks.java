package io.github.flippingbookemulator.internal.link;

import io.github.flippingbookemulator.error.ErrorCode;
import io.github.flippingbookemulator.error.Refusal;
import io.github.flippingbookemulator.internal.account.Account;
import io.github.flippingbookemulator.internal.event.Events;
import io.github.flippingbookemulator.internal.fidelity.Reliance;
import io.github.flippingbookemulator.internal.fidelity.Statement;
import io.github.flippingbookemulator.internal.link.LinkDraft.PublicationRef;
import io.github.flippingbookemulator.internal.publication.Publications;
import io.github.flippingbookemulator.internal.store.DeletableRecords;
import io.github.flippingbookemulator.internal.store.Ids;
import io.github.flippingbookemulator.internal.store.Page;
import io.github.flippingbookemulator.internal.store.Paging;
import io.github.flippingbookemulator.internal.time.EmulatorClock;
import io.github.flippingbookemulator.link.LinkEvent.LinkChanged;
import io.github.flippingbookemulator.link.LinkEvent.LinkCreated;
import io.github.flippingbookemulator.link.LinkEvent.LinkNotOpened;
import io.github.flippingbookemulator.link.LinkEvent.LinkPurged;
import io.github.flippingbookemulator.link.Notification;
import io.github.flippingbookemulator.link.NotificationSettings;
import io.github.flippingbookemulator.link.TrackedLink;
import io.github.flippingbookemulator.link.TrackedLink.Status;
import io.github.flippingbookemulator.link.Visits;
import io.github.flippingbookemulator.publication.Publication;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The tracked links of one account. */
public final class TrackedLinks extends DeletableRecords<TrackedLink> {
  private static final NotificationSettings NO_ALERTS =
      new NotificationSettings(false, false, false, null, Notification.EMAIL);

  private final Account account;
  private final Publications publications;
  private final Ids ids;
  private final UrlNames urlNames;
  private final EmulatorClock clock;
  private final Events events;

  /**
   * Creates an empty list.
   *
   * @param account the account of the links
   * @param publications the account's publications
   * @param ids generates the ids
   * @param urlNames the ends of the URLs of all accounts' links
   * @param clock tells when links expire
   * @param events the bus for changes of links
   */
  public TrackedLinks(
      Account account,
      Publications publications,
      Ids ids,
      UrlNames urlNames,
      EmulatorClock clock,
      Events events) {
    super("tracked link", TrackedLink::id, TrackedLink::urlName, TrackedLink::isDeleted, null);
    this.account = account;
    this.publications = publications;
    this.ids = ids;
    this.urlNames = urlNames;
    this.clock = clock;
    this.events = events;
  }

  /**
   * Lists links, deleted ones included.
   *
   * @param filter which of them
   * @param paging which page of these
   * @param canonical returns a publication's canonical link
   * @return the page, oldest first
   */
  public Page<TrackedLink> list(
      LinkFilter filter, Paging paging, Function<Publication, String> canonical) {
    return page(
        link -> {
          Optional<Publication> publication = publications.find(link.publicationId());
          return filter.title().stream().allMatch(link.title()::contains)
              && filter.publicationId().stream().allMatch(link.publicationId()::equals)
              && filter.publicationHashId().stream()
                  .allMatch(id -> publication.filter(p -> p.hashId().equals(id)).isPresent())
              && filter.publicationUrl().stream()
                  .allMatch(
                      url -> publication.filter(p -> canonical.apply(p).equals(url)).isPresent());
        },
        paging);
  }

  /**
   * Counts the links.
   *
   * @return how many the account has, without deleted ones (E)
   */
  public int count() {
    return account.write(this::notDeleted);
  }

  /**
   * Loads links from a snapshot, without events. They still expire at their set times.
   *
   * @param links the links, oldest first; the account must have none yet
   */
  public void load(List<TrackedLink> links) {
    account.write(
        () -> {
          links.forEach(this::put);
          links.forEach(this::watch);
          links.forEach(link -> urlNames.keep(link.urlName()));
          return null;
        });
  }

  /**
   * Finds a link by its URL.
   *
   * @param urlName the last part of the URL
   * @return the link, if the account has it
   */
  public Optional<TrackedLink> byUrlName(String urlName) {
    return findByKey(urlName);
  }

  /**
   * Creates a link.
   *
   * @param draft its properties
   * @param canonical returns a publication's canonical link
   * @return the new link
   * @throws Refusal if the draft does not name one publication of the account, or the plan allows
   *     no further link, or all URLs are taken
   */
  public TrackedLink create(LinkDraft draft, Function<Publication, String> canonical) {
    return account.write(
        () -> {
          Publication publication = publication(draft.publication(), canonical);
          if (notDeleted() >= account.plan().maxTrackedLinks()) {
            throw Refusal.of(
                ErrorCode.TRACKED_LINK_LIMIT_EXCEEDED,
                "The plan allows " + account.plan().maxTrackedLinks() + " tracked links.");
          }
          if (draft.title().given().isEmpty()) {
            Reliance.on(Statement.LINK_WITHOUT_TITLE);
          }
          Instant now = clock.now();
          TrackedLink link =
              new TrackedLink(
                  ids.next(),
                  urlNames.take(ids),
                  publication.id(),
                  ids.next(),
                  now,
                  draft.title().given().orElse(publication.details().name()),
                  draft.alerts(NO_ALERTS),
                  0,
                  Status.ACTIVE,
                  Visits.NONE,
                  Visits.NONE);
          put(link);
          watch(link);
          events.publish(new LinkCreated(account.id(), now, link));
          return link;
        });
  }

  /**
   * Changes a link. Its counters stay as they are (D).
   *
   * @param id its id
   * @param draft the changes
   * @param state the change of its status
   * @param canonical returns a publication's canonical link
   * @return the link as it is now
   * @throws Refusal if there is no such link, or the draft does not name one publication of the
   *     account
   */
  public TrackedLink update(
      String id, LinkDraft draft, NewState state, Function<Publication, String> canonical) {
    return account.write(
        () -> {
          TrackedLink before = getForWriting(id);
          TrackedLink moved =
              draft.publication().isEmpty()
                  ? before
                  : LinkCopies.withPublication(
                      before, publication(draft.publication(), canonical).id());
          NotificationSettings alerts = draft.alerts(before.alerts());
          boolean rearmed =
              !Objects.equals(alerts.notOpenedUntil(), before.alerts().notOpenedUntil());
          boolean revived = rearmed && before.standing() == Status.EXPIRED;
          if (revived) {
            Reliance.on(Statement.LINK_ARMED_AGAIN);
          }
          Status standing = revived ? Status.ACTIVE : before.standing();
          TrackedLink after =
              state.applyTo(
                  LinkCopies.with(
                      moved,
                      draft.title().given().orElse(before.title()),
                      alerts,
                      rearmed ? before.all().count() : before.visitsBefore(),
                      standing),
                  clock.now());
          put(after);
          if (rearmed) {
            watch(after);
          }
          events.publish(new LinkChanged(account.id(), clock.now(), after));
          return after;
        });
  }

  /** How a request changes the status of a link (D). */
  public enum NewState {
    /** The status stays. */
    NONE,
    /** The link is disabled. */
    DISABLE,
    /** The link is enabled, if it is disabled. */
    ENABLE,
    /** The link is deleted, permanently. */
    DELETE;

    TrackedLink applyTo(TrackedLink link, Instant now) {
      return switch (this) {
        case NONE -> link;
        case DISABLE -> LinkCopies.withStatus(link, Status.DISABLED);
        case ENABLE -> link.standing() == Status.DISABLED ? enabled(link, now) : link;
        case DELETE -> LinkCopies.withStatus(link, Status.DELETED);
      };
    }

    /** A link that was not opened before its set time becomes expired instead of active (E). */
    private static TrackedLink enabled(TrackedLink link, Instant now) {
      return LinkCopies.withStatus(link, missedWindow(link, now) ? Status.EXPIRED : Status.ACTIVE);
    }
  }

  /**
   * Counts an opening of a link.
   *
   * @param id its id
   * @return the link as it is now
   */
  public TrackedLink opened(String id) {
    return change(id, link -> LinkCopies.opened(link, clock.now()));
  }

  /**
   * Adds to the time that a link was viewed; does nothing if it has been purged.
   *
   * @param id its id
   * @param time how long
   */
  public void viewed(String id, Duration time) {
    account.write(
        () -> {
          find(id).ifPresent(link -> put(LinkCopies.viewed(link, time)));
          return null;
        });
  }

  /**
   * Marks a link's statistics as seen by its owner. The API has no call for this: reading them
   * through the API does not do it.
   *
   * @param id its id
   * @return the link as it is now
   */
  public TrackedLink seen(String id) {
    return change(id, LinkCopies::seen);
  }

  /**
   * Lets a link expire now. The API has no call for this.
   *
   * @param id its id
   * @return the link as it is now
   * @throws Refusal if there is no such link, or it is deleted
   * @throws IllegalStateException if it is disabled or has expired
   */
  public TrackedLink expire(String id) {
    return account.write(
        () -> {
          TrackedLink link = getForWriting(id);
          if (!link.isUsable()) {
            throw new IllegalStateException(
                "The tracked link '%s' is %s, so it cannot expire."
                    .formatted(id, link.standing() == Status.EXPIRED ? "expired" : "disabled"));
          }
          Instant now = clock.now();
          NotificationSettings old = link.alerts();
          NotificationSettings until =
              new NotificationSettings(
                  old.firstView(), old.firstViews(), old.download(), now, old.via());
          TrackedLink expired =
              LinkCopies.with(link, link.title(), until, link.visitsBefore(), Status.EXPIRED);
          put(expired);
          events.publish(new LinkNotOpened(account.id(), now, expired));
          return expired;
        });
  }

  /**
   * Removes the links of a purged publication.
   *
   * @param publicationId the publication
   */
  public void forget(String publicationId) {
    account.write(
        () -> {
          List<TrackedLink> gone =
              all().stream().filter(link -> link.publicationId().equals(publicationId)).toList();
          for (TrackedLink link : gone) {
            remove(link);
            urlNames.free(link.urlName());
            events.publish(new LinkPurged(account.id(), clock.now(), link));
          }
          return null;
        });
  }

  private TrackedLink change(String id, UnaryOperator<TrackedLink> how) {
    return account.write(
        () -> {
          TrackedLink after = how.apply(get(id));
          put(after);
          return after;
        });
  }

  private void watch(TrackedLink link) {
    Instant until = link.alerts().notOpenedUntil();
    if (until != null) {
      clock.schedule(until, () -> windowEnds(link.id(), until));
    }
  }

  /** Tells whether the link's window has ended by then without an opening in it. */
  private static boolean missedWindow(TrackedLink link, Instant time) {
    Instant until = link.alerts().notOpenedUntil();
    return until != null && !until.isAfter(time) && link.all().count() <= link.visitsBefore();
  }

  private void windowEnds(String id, Instant until) {
    account.write(
        () -> {
          find(id)
              .filter(TrackedLink::isUsable)
              .filter(link -> until.equals(link.alerts().notOpenedUntil()))
              .filter(link -> missedWindow(link, clock.now()))
              .map(link -> LinkCopies.withStatus(link, Status.EXPIRED))
              .ifPresent(
                  expired -> {
                    put(expired);
                    events.publish(new LinkNotOpened(account.id(), clock.now(), expired));
                  });
          return null;
        });
  }

  private static boolean notTrashed(Publication publication) {
    if (publication.isTrashed()) {
      Reliance.on(Statement.PUBLICATION_TRASHED_WRITES);
    }
    return !publication.isTrashed();
  }

  private Publication publication(PublicationRef ref, Function<Publication, String> canonical) {
    Set<Optional<Publication>> named = new HashSet<>();
    ref.id().ifPresent(id -> named.add(publications.find(id)));
    ref.hashId().ifPresent(hashId -> named.add(publications.byHashId(hashId)));
    ref.url().ifPresent(url -> named.add(publications.byCanonicalLink(url, canonical)));
    if (named.size() > 1 && !named.contains(Optional.<Publication>empty())) {
      Reliance.on(Statement.LINK_NAMES_DISAGREE);
      throw Refusal.badFormat(
          "publicationUid, publicationHashId, publicationUrl: they name different publications.");
    }
    return named.stream()
        .reduce((one, other) -> one.isPresent() && other.isPresent() ? one : Optional.empty())
        .flatMap(found -> found)
        .filter(TrackedLinks::notTrashed)
        .orElseThrow(
            () ->
                Refusal.of(
                    ErrorCode.OBJECT_NOT_FOUND,
                    "This account has no such publication to link to."));
  }
}
