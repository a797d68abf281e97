package io.github.flippingbookemulator.internal.publication;

import io.github.flippingbookemulator.error.ErrorCode;
import io.github.flippingbookemulator.error.Refusal;
import io.github.flippingbookemulator.internal.account.Account;
import io.github.flippingbookemulator.internal.event.Events;
import io.github.flippingbookemulator.internal.fidelity.Reliance;
import io.github.flippingbookemulator.internal.fidelity.Statement;
import io.github.flippingbookemulator.internal.publication.CustomizationChange.PasswordChange;
import io.github.flippingbookemulator.internal.store.DeletableRecords;
import io.github.flippingbookemulator.internal.store.Ids;
import io.github.flippingbookemulator.internal.store.Page;
import io.github.flippingbookemulator.internal.store.Paging;
import io.github.flippingbookemulator.internal.time.EmulatorClock;
import io.github.flippingbookemulator.publication.Customization;
import io.github.flippingbookemulator.publication.Publication;
import io.github.flippingbookemulator.publication.Publication.Content;
import io.github.flippingbookemulator.publication.Publication.Details;
import io.github.flippingbookemulator.publication.PublicationEvent.PublicationChanged;
import io.github.flippingbookemulator.publication.PublicationEvent.PublicationCreated;
import io.github.flippingbookemulator.publication.PublicationEvent.PublicationPurged;
import io.github.flippingbookemulator.publication.PublicationEvent.PublicationRestored;
import io.github.flippingbookemulator.publication.PublicationEvent.PublicationTrashed;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The publications of one account. */
public final class Publications extends DeletableRecords<Publication> {
  private static final Pattern STATE = Pattern.compile("[A-Za-z]+(, [A-Za-z]+)*");

  private final Account account;
  private final Ids ids;
  private final EmulatorClock clock;
  private final Events events;
  private final Duration trashRetention;

  /**
   * Makes an empty list.
   *
   * @param account the account that owns them
   * @param ids makes ids and passwords
   * @param clock for timestamps and the end of the trash retention
   * @param events where changes are published
   * @param trashRetention how long a deleted publication can still be read and restored
   */
  public Publications(
      Account account, Ids ids, EmulatorClock clock, Events events, Duration trashRetention) {
    super(
        "publication",
        Publication::id,
        Publication::hashId,
        Publication::isTrashed,
        Statement.PUBLICATION_TRASHED_WRITES);
    this.account = account;
    this.ids = ids;
    this.clock = clock;
    this.events = events;
    this.trashRetention = trashRetention;
  }

  /**
   * Lists publications, trashed ones included (O).
   *
   * @param filter which publications
   * @param paging which page of these
   * @param canonical returns the canonical link of a publication
   * @return the page, oldest first
   */
  public Page<Publication> list(
      PublicationFilter filter, Paging paging, Function<Publication, String> canonical) {
    Optional<String> hashId =
        filter.hashId().or(() -> filter.url().map(url -> PublicationUrls.hashId(url).orElse("")));
    if (hashId.isPresent()) {
      List<Publication> one =
          byHashId(hashId.get())
              .filter(found -> filter.name().stream().allMatch(found.details().name()::contains))
              .filter(found -> filter.url().stream().allMatch(canonical.apply(found)::equals))
              .stream()
              .toList();
      return Page.of(one, paging);
    }
    return filter
        .name()
        .map(name -> page(each -> each.details().name().contains(name), paging))
        .orElseGet(() -> page(paging));
  }

  /**
   * Restores publications from a snapshot, without events. Trashed ones are purged at the end of
   * their retention.
   *
   * @param publications the publications, oldest first; there must be none yet
   */
  public void load(List<Publication> publications) {
    account.write(
        () -> {
          for (Publication publication : publications) {
            put(publication);
            Instant trashed = publication.trashed();
            if (trashed != null) {
              planPurge(publication.id(), trashed);
            }
          }
          return null;
        });
  }

  /**
   * Finds a publication by the id in its URLs.
   *
   * @param hashId nine digits
   * @return the publication, trashed or not, if the account has it
   */
  public Optional<Publication> byHashId(String hashId) {
    return findByKey(hashId);
  }

  /**
   * Finds a publication by its canonical link.
   *
   * @param url the link
   * @param canonical returns the canonical link of a publication
   * @return the publication, trashed or not, if the account has it
   */
  public Optional<Publication> byCanonicalLink(
      String url, Function<Publication, String> canonical) {
    return PublicationUrls.hashId(url)
        .flatMap(this::byHashId)
        .filter(publication -> canonical.apply(publication).equals(url));
  }

  /**
   * Creates a publication.
   *
   * @param draft its metadata
   * @param fallbackName its name if the draft has none
   * @return the new publication, without content
   * @throws Refusal if the account lacks the folder or the domain, or the plan allows no further
   *     publication
   */
  public Publication create(PublicationDraft draft, String fallbackName) {
    return account.write(
        () -> {
          String folder = folder(draft, null);
          String domain = domain(draft.domain().given());
          if (notDeleted() >= account.plan().maxPublications()) {
            throw Refusal.of(
                ErrorCode.PUBLICATION_LIMIT_EXCEEDED,
                "The plan allows " + account.plan().maxPublications() + " publications.");
          }
          Instant now = clock.now();
          Details details =
              new Details(
                  draft.name().given().orElse(fallbackName),
                  draft.description().or(null),
                  folder,
                  domain,
                  null,
                  false);
          Publication created =
              new Publication(
                  ids.next(),
                  ids.nextHashId(),
                  now,
                  details,
                  Content.NONE,
                  Customization.INITIAL,
                  now,
                  null,
                  null);
          put(created);
          events.publish(new PublicationCreated(account.id(), now, created.id()));
          return created;
        });
  }

  /**
   * Changes the metadata of a publication.
   *
   * @param id its id
   * @param draft what changes
   * @return the publication as it is now
   * @throws Refusal if there is no such publication, or it is trashed, or the account lacks the
   *     folder or the domain
   */
  public Publication update(String id, PublicationDraft draft) {
    return change(
        id,
        (before, now) -> {
          Details old = before.details();
          String domain =
              draft
                  .domain()
                  .given()
                  .filter(wanted -> !wanted.equals(old.domain())) // what was read, posted back
                  .map(wanted -> domain(Optional.of(wanted)))
                  .orElse(old.domain());
          return PublicationCopies.with(
              before,
              new Details(
                  draft.name().given().orElse(old.name()),
                  draft.description().or(old.description()),
                  folder(draft, old.folder()),
                  domain,
                  old.lastPdfName(),
                  old.seoEnabled()),
              now);
        });
  }

  /**
   * Changes how a publication looks, under any plan (D).
   *
   * @param id its id
   * @param change what changes
   * @return the publication as it is now
   * @throws Refusal if there is no such publication, or it is trashed
   */
  public Publication customize(String id, CustomizationChange change) {
    return change(
        id,
        (before, now) -> {
          Customization old = before.customization();
          return PublicationCopies.with(
              before,
              new Customization(
                  password(change.password(), old.password()),
                  change.hardCover().given().orElse(old.hardCover()),
                  Optional.ofNullable(change.logoUrl().or(old.logoUrl())).orElse(""),
                  change.rightToLeft().given().orElse(old.rightToLeft()),
                  change.theme().given().orElse(old.theme())),
              now);
        });
  }

  /**
   * Sets whether search engines may list a publication. The API has no call for this.
   *
   * @param id its id
   * @param enabled whether they may
   * @return the publication as it is now
   * @throws Refusal if there is no such publication, or it is trashed
   */
  public Publication seo(String id, boolean enabled) {
    return change(id, (before, now) -> PublicationCopies.withSeo(before, enabled, now));
  }

  /**
   * Shows another state than its own, which changes nothing else. The API has no call for this.
   *
   * @param id its id
   * @param state the words; null for its own state again
   * @return the publication as it is now
   * @throws Refusal if there is no such publication
   * @throws IllegalArgumentException if these are no words
   */
  public Publication showState(String id, @Nullable String state) {
    if (state != null && !STATE.matcher(state).matches()) {
      throw new IllegalArgumentException(
          "a state is words such as 'Deleted' or 'HasContent, Published', unlike '" + state + "'");
    }
    return account.write(
        () -> {
          Publication after = PublicationCopies.withShownState(get(id), state);
          put(after);
          events.publish(new PublicationChanged(account.id(), clock.now(), id));
          return after;
        });
  }

  /**
   * Stores the name of the latest PDF of a publication.
   *
   * @param id its id
   * @param pdfName the file name, or else the URL; null if the PDF has neither
   * @throws Refusal if there is no such publication, or it is trashed
   */
  public void received(String id, @Nullable String pdfName) {
    change(id, (before, now) -> PublicationCopies.withPdfName(before, pdfName, now));
  }

  /**
   * Sets the content of a publication, even of a trashed one. Does nothing if there is no such
   * publication.
   *
   * @param id its id
   * @param content what readers can see from now on
   */
  public void show(String id, Content content) {
    account.write(
        () ->
            find(id).map(before -> replace(PublicationCopies.with(before, content, clock.now()))));
  }

  /**
   * Deletes a publication. It stays readable over the API until the trash retention has passed.
   *
   * @param id its id
   * @throws Refusal if there is no such publication, or it is trashed already
   */
  public void trash(String id) {
    account.write(
        () -> {
          Publication before = getForWriting(id);
          Instant now = clock.now();
          put(PublicationCopies.trashed(before, now));
          planPurge(id, now);
          events.publish(new PublicationTrashed(account.id(), now, id));
          return before;
        });
  }

  /**
   * Restores a trashed publication, whatever the plan allows; returns any other unchanged. The API
   * has no call for this.
   *
   * @param id its id
   * @return the publication as it is now
   * @throws Refusal if there is no such publication
   */
  public Publication restore(String id) {
    return account.write(
        () -> {
          Publication before = get(id);
          if (!before.isTrashed()) {
            return before;
          }
          Publication after = PublicationCopies.trashed(before, null);
          put(after);
          events.publish(new PublicationRestored(account.id(), clock.now(), id));
          return after;
        });
  }

  private void planPurge(String id, Instant trashed) {
    clock.schedule(endOfRetention(trashed), () -> purge(id, trashed));
  }

  private Instant endOfRetention(Instant trashed) {
    try {
      return trashed.plus(trashRetention);
    } catch (DateTimeException | ArithmeticException e) {
      return Instant.MAX; // beyond what Instant can hold: never purged
    }
  }

  private void purge(String id, Instant trashedAt) {
    account.write(
        () -> {
          Optional<Publication> due =
              find(id).filter(publication -> trashedAt.equals(publication.trashed()));
          due.ifPresent(
              publication -> {
                Reliance.on(Statement.PUBLICATION_TRASH_RETENTION);
                remove(publication);
                events.publish(new PublicationPurged(account.id(), clock.now(), id));
              });
          return due;
        });
  }

  private Publication change(String id, BiFunction<Publication, Instant, Publication> how) {
    return account.write(() -> replace(how.apply(getForWriting(id), clock.now())));
  }

  private Publication replace(Publication after) {
    put(after);
    events.publish(new PublicationChanged(account.id(), after.modified(), after.id()));
    return after;
  }

  private @Nullable String folder(PublicationDraft draft, @Nullable String current) {
    draft
        .folder()
        .given()
        .filter(wanted -> !wanted.equals(current)) // what was read, posted back
        .ifPresent(account::folder);
    return draft.folder().or(current);
  }

  /** The default domain may be named by accounts that have no other (E). */
  private String domain(Optional<String> wanted) {
    boolean isDefault =
        wanted.filter(Publication.DEFAULT_DOMAIN::equals).isPresent() && !account.hasDomains();
    return isDefault
        ? Publication.DEFAULT_DOMAIN
        : account.domain(wanted).orElse(Publication.DEFAULT_DOMAIN);
  }

  private String password(PasswordChange change, String current) {
    if (change instanceof PasswordChange.Manual manual) {
      return manual.password();
    }
    if (change instanceof PasswordChange.Generated generated) {
      return generated.digitsOnly()
          ? ids.numericPassword(generated.length())
          : ids.password(generated.length());
    }
    return change instanceof PasswordChange.Disable ? "" : current;
  }
}
