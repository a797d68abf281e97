package io.github.flippingbookemulator.internal.reader;

import io.github.flippingbookemulator.error.ErrorCode;
import io.github.flippingbookemulator.error.Refusal;
import io.github.flippingbookemulator.internal.account.Account;
import io.github.flippingbookemulator.internal.account.Accounts;
import io.github.flippingbookemulator.internal.account.PerAccount;
import io.github.flippingbookemulator.internal.event.Events;
import io.github.flippingbookemulator.internal.fidelity.Reliance;
import io.github.flippingbookemulator.internal.fidelity.Statement;
import io.github.flippingbookemulator.internal.link.TrackedLinks;
import io.github.flippingbookemulator.internal.publication.Publications;
import io.github.flippingbookemulator.internal.store.BoundedMap;
import io.github.flippingbookemulator.internal.store.Ids;
import io.github.flippingbookemulator.internal.time.EmulatorClock;
import io.github.flippingbookemulator.link.TrackedLink;
import io.github.flippingbookemulator.publication.Publication;
import io.github.flippingbookemulator.publication.Publication.Extent;
import io.github.flippingbookemulator.publication.PublicationEvent.PublicationPurged;
import io.github.flippingbookemulator.reader.Lead;
import io.github.flippingbookemulator.reader.Lead.Field;
import io.github.flippingbookemulator.reader.ReaderEvent;
import io.github.flippingbookemulator.reader.ReaderEvent.SessionEnded;
import io.github.flippingbookemulator.reader.ReaderEvent.SessionStarted;
import io.github.flippingbookemulator.reader.ReadersControl;
import io.github.flippingbookemulator.reader.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The readers of all accounts. They open publications by URL, as people do, and their actions are
 * published as events, as if they came from a browser.
 */
public final class Readers implements ReadersControl {
  private static final List<Field> DEFAULT_FORM = List.of(new Field("Your email", Lead.Type.EMAIL));

  /** The newest visits are kept, since few readers' pages say when they are left. */
  static final int VISITS = 20_000;

  private static final int FORMS = 10_000;

  private final Accounts accounts;
  private final PerAccount<Publications> publications;
  private final PerAccount<TrackedLinks> links;
  private final Ids ids;
  private final EmulatorClock clock;
  private final Events events;
  private final BoundedMap<String, Visit> visits = new BoundedMap<>(VISITS);
  private final BoundedMap<String, List<Field>> forms = new BoundedMap<>(FORMS);

  /**
   * Creates the service without visits.
   *
   * @param accounts all accounts
   * @param publications the publications of each account
   * @param links the tracked links of each account
   * @param ids generates the ids of sessions
   * @param clock measures the length of visits
   * @param events the bus for the actions of readers
   */
  public Readers(
      Accounts accounts,
      PerAccount<Publications> publications,
      PerAccount<TrackedLinks> links,
      Ids ids,
      EmulatorClock clock,
      Events events) {
    this.accounts = accounts;
    this.publications = publications;
    this.links = links;
    this.ids = ids;
    this.clock = clock;
    this.events = events;
    events.on(PublicationPurged.class, purged -> forms.remove(purged.publicationId()));
  }

  /**
   * What a URL leads to.
   *
   * @param account the account of the publication
   * @param publication the publication, which is neither empty nor trashed
   * @param link the tracked link, if the URL is of one
   */
  public record Target(Account account, Publication publication, Optional<TrackedLink> link) {}

  /**
   * Finds the publication of a view page.
   *
   * @param hashId the publication's hash id
   * @return the publication
   * @throws Refusal {@link ErrorCode#OBJECT_NOT_FOUND} if there is none, or it is empty or trashed
   */
  public Target publication(String hashId) {
    for (Account account : accounts.all()) {
      Optional<Publication> found =
          publications.of(account).byHashId(hashId).filter(Readers::readable);
      if (found.isPresent()) {
        return new Target(account, found.get(), Optional.empty());
      }
    }
    throw nothing();
  }

  /**
   * Finds the publication of a tracked link.
   *
   * @param urlName the last part of the link's URL
   * @return the publication, and the link
   * @throws Refusal {@link ErrorCode#OBJECT_NOT_FOUND} if the link is unknown, disabled, deleted or
   *     expired, or its publication is empty or trashed
   */
  public Target link(String urlName) {
    for (Account account : accounts.all()) {
      Optional<TrackedLink> link =
          links.of(account).byUrlName(urlName).filter(TrackedLink::isUsable);
      Optional<Publication> publication =
          link.flatMap(found -> publications.of(account).find(found.publicationId()))
              .filter(Readers::readable);
      if (publication.isPresent()) {
        return new Target(account, publication.get(), link);
      }
    }
    throw nothing();
  }

  private static Refusal nothing() {
    Reliance.on(Statement.READER_GONE);
    return Refusal.of(ErrorCode.OBJECT_NOT_FOUND, "There is no publication to read here.");
  }

  @Override
  public Visit open(String hashId) {
    return begin(publication(hashId));
  }

  @Override
  public Visit openLink(String urlName) {
    return begin(link(urlName));
  }

  @Override
  public Optional<Visit> visit(String sessionId) {
    return visits.find(sessionId);
  }

  @Override
  public List<Field> leadForm(String publicationId) {
    return forms.find(publicationId).orElse(DEFAULT_FORM);
  }

  @Override
  public void leadForm(String publicationId, List<Field> fields) {
    if (fields.stream().noneMatch(field -> field.type() == Lead.Type.EMAIL)) {
      throw new IllegalArgumentException("a lead form asks at least for an e-mail address");
    }
    forms.put(publicationId, List.copyOf(fields));
  }

  /**
   * Returns the lead forms that have been set.
   *
   * @return the fields of each, by the publication's id, a copy
   */
  public Map<String, List<Field>> leadForms() {
    return forms.all();
  }

  /** Makes a visit that never began: it is not kept, and nobody hears of it. */
  Visit preview(Target target) {
    String link = target.link().map(TrackedLink::id).orElse(null);
    return new Visit(
        new Session(
            "0".repeat(32), target.account().id(), target.publication().id(), link, 0, clock.now()),
        this);
  }

  Visit begin(Target target) {
    return target
        .account()
        .write(
            () -> {
              Instant now = clock.now();
              Optional<TrackedLink> link =
                  target.link().map(known -> links.of(target.account()).opened(known.id()));
              Session session =
                  new Session(
                      ids.next(),
                      target.account().id(),
                      target.publication().id(),
                      link.map(TrackedLink::id).orElse(null),
                      link.map(opened -> opened.all().count()).orElse(0),
                      now);
              Visit visit = new Visit(session, this);
              visits.put(session.id(), visit);
              events.publish(new SessionStarted(now, session));
              return visit;
            });
  }

  /**
   * Publishes an action of a reader, in order with all other events of the account.
   *
   * @throws Refusal {@link ErrorCode#OBJECT_NOT_FOUND} if the visit has ended
   */
  void tell(Session session, Function<Instant, ReaderEvent> what) {
    accounts
        .get(session.accountId())
        .write(
            () -> {
              if (visits.find(session.id()).isEmpty()) {
                throw Refusal.notFound("visit that goes on", session.id());
              }
              events.publish(what.apply(clock.now()));
              return null;
            });
  }

  Instant now() {
    return clock.now();
  }

  /** Ends a visit, unless it has ended. */
  void end(Session session, Duration time) {
    accounts
        .get(session.accountId())
        .write(
            () -> {
              if (visits.remove(session.id())) {
                if (session.linkId() != null) {
                  links
                      .byId(session.accountId())
                      .ifPresent(own -> own.viewed(session.linkId(), time));
                }
                events.publish(new SessionEnded(clock.now(), session));
              }
              return null;
            });
  }

  String allPages(Session session) {
    return publications
        .byId(session.accountId())
        .flatMap(own -> own.find(session.publicationId()))
        .map(publication -> "1-" + publication.content().totalPages())
        .orElse("");
  }

  private static boolean readable(Publication publication) {
    return !publication.isTrashed() && publication.content().extent() != Extent.NOTHING;
  }
}
