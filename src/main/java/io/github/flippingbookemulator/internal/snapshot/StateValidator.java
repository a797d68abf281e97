package io.github.flippingbookemulator.internal.snapshot;

import io.github.flippingbookemulator.internal.account.AccountState;
import io.github.flippingbookemulator.internal.outbound.BadUrl;
import io.github.flippingbookemulator.internal.outbound.WebUrl;
import io.github.flippingbookemulator.internal.source.SourcesState;
import io.github.flippingbookemulator.link.TrackedLink;
import io.github.flippingbookemulator.link.Visits;
import io.github.flippingbookemulator.publication.Publication;
import io.github.flippingbookemulator.publication.Publication.Extent;
import io.github.flippingbookemulator.reader.Lead;
import io.github.flippingbookemulator.source.Source;
import io.github.flippingbookemulator.trigger.Trigger;
import io.github.flippingbookemulator.trigger.TriggerScope;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks what types alone cannot say: values have their form, nothing is there twice, every
 * reference leads somewhere, and nothing has happened after the time of the snapshot.
 */
final class StateValidator {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
  private static final Pattern HASH_ID = Pattern.compile("[1-9][0-9]{8}");
  private static final Pattern URL_NAME = Pattern.compile("[1-9][0-9]{5}|[a-z0-9]{12}");

  // Far enough from the ends of what an Instant can be, so that there is room for plans.
  private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("+999990000-01-01T00:00:00Z");

  /** Longer than any stage takes, and short enough to be counted in. */
  private static final Duration LONGEST_STAGE = Duration.ofDays(36_500_000);

  private final EmulatorState state;
  private final Set<String> ids = new HashSet<>();
  private final Set<String> hashIds = new HashSet<>();
  private final Set<String> urlNames = new HashSet<>();
  private final Set<String> keys = new HashSet<>();
  private final Set<String> tokens = new HashSet<>();

  private StateValidator(EmulatorState state) {
    this.state = state;
  }

  static void check(EmulatorState state) {
    require(
        !state.time().isBefore(EARLIEST) && !state.time().isAfter(LATEST),
        "time",
        "must be a time from " + EARLIEST + " to " + LATEST);
    require(!state.accounts().isEmpty(), "accounts", "is empty; the first is the default account");
    StateValidator validator = new StateValidator(state);
    for (int i = 0; i < state.accounts().size(); i++) {
      AccountContents contents = state.accounts().get(i);
      String place = "accounts[" + i + "]";
      require(
          contents.account().id() == i + 1,
          place + ".account.id",
          "must be " + (i + 1) + ", by its place");
      validator.checkAccount(contents.account(), place + ".account");
      validator.new Contents(contents, place).check();
    }
  }

  private void checkAccount(AccountState account, String place) {
    requireNewHashId(account.hashId(), place + ".hashId");
    String options = place + ".options";
    requireNew(String.valueOf(account.options().accessToken()), tokens, options + ".accessToken");
    account.options().apiKeys().forEach(key -> requireNew(key, keys, options + ".apiKeys"));
  }

  /** What one account has; it may lead to what the same account has only. */
  private final class Contents {
    private final AccountContents contents;
    private final String account;
    private final Map<String, Publication> publications = new HashMap<>();
    private final Map<String, TrackedLink> links = new HashMap<>();
    private final Set<String> shown = new HashSet<>();

    Contents(AccountContents contents, String account) {
      this.contents = contents;
      this.account = account;
    }

    void check() {
      checkPublications();
      checkSources();
      checkLinks();
      checkTriggers();
    }

    private void checkPublications() {
      for (int i = 0; i < contents.publications().size(); i++) {
        Publication publication = contents.publications().get(i);
        String place = account + ".publications[" + i + "]";
        requireNewId(publication.id(), place + ".id");
        requireNewHashId(publication.hashId(), place + ".hashId");
        requireCount(publication.content().totalPages(), place + ".content.totalPages");
        require(!publication.details().domain().isEmpty(), place + ".details.domain", "is empty");
        requirePast(publication.created(), place + ".created");
        requirePast(publication.modified(), place + ".modified");
        requirePast(publication.trashed(), place + ".trashed");
        publications.put(publication.id(), publication);
      }
      contents.leadForms().forEach(this::checkLeadForm);
    }

    private void checkLeadForm(String publicationId, List<Lead.Field> fields) {
      String place = account + ".leadForms." + SnapshotJson.cut(publicationId);
      requirePublication(publicationId, place);
      require(
          fields.stream().anyMatch(field -> field.type() == Lead.Type.EMAIL),
          place,
          "must be a list with at least one field of type email");
    }

    private void checkSources() {
      List<SourcesState.Entry> sources = contents.sources().sources();
      for (int i = 0; i < sources.size(); i++) {
        Source source = sources.get(i).source();
        String place = account + ".sources.sources[" + i + "].source";
        requireNewId(source.id(), place + ".id");
        requireCount(source.totalPages(), place + ".totalPages");
        checkWork(source.work(), place + ".work");
        requirePublication(source.publicationId(), place + ".publicationId");
        requirePast(source.received(), place + ".received");
        if (sources.get(i).pdf() instanceof SourcesState.Usable pdf) {
          require(
              pdf.pages() > 0,
              account + ".sources.sources[" + i + "].pdf.pages",
              "must be 1 or more");
        }
        if (sources.get(i).shown()) {
          requireNew(source.publicationId(), shown, account + ".sources.sources[" + i + "].shown");
          int pages = publications.get(source.publicationId()).content().totalPages();
          require(
              pages == source.totalPages(),
              place + ".totalPages",
              "is not the " + pages + " of the publication that shows it");
        }
      }
      for (int i = 0; i < contents.publications().size(); i++) {
        Publication publication = contents.publications().get(i);
        boolean empty = publication.content().extent() == Extent.NOTHING;
        require(
            empty != shown.contains(publication.id())
                && (!empty || publication.content().totalPages() == 0),
            account + ".publications[" + i + "].content.extent",
            "does not fit the source that is shown, or that none is");
      }
    }

    private void checkWork(Source.@Nullable Work work, String place) {
      if (work != null) {
        requirePast(work.began(), place + ".began");
        require(
            !work.takes().isNegative() && work.takes().compareTo(LONGEST_STAGE) <= 0,
            place + ".takes",
            "must be a duration from zero to " + LONGEST_STAGE);
      }
    }

    private void checkLinks() {
      for (int i = 0; i < contents.links().size(); i++) {
        TrackedLink link = contents.links().get(i);
        String place = account + ".links[" + i + "]";
        requireNewId(link.id(), place + ".id");
        require(
            URL_NAME.matcher(link.urlName()).matches(),
            place + ".urlName",
            "must be six digits, or the twelve lowercase letters and digits of early versions");
        requireNew(link.urlName(), urlNames, place + ".urlName");
        requireCount(link.visitsBefore(), place + ".visitsBefore");
        requirePublication(link.publicationId(), place + ".publicationId");
        requirePast(link.created(), place + ".created");
        checkVisits(link.all(), place + ".all");
        checkVisits(link.sinceSeen(), place + ".sinceSeen");
        links.put(link.id(), link);
      }
    }

    private void checkVisits(Visits visits, String place) {
      requireCount(visits.count(), place + ".count");
      requirePast(visits.last(), place + ".last");
      require(
          (visits.last() != null) == (visits.count() > 0),
          place + ".last",
          "is there if count is 1 or more, and only then");
    }

    private void checkTriggers() {
      Set<String> automatic = new HashSet<>();
      for (int i = 0; i < contents.triggers().size(); i++) {
        Trigger trigger = contents.triggers().get(i).trigger();
        String place = account + ".triggers[" + i + "].trigger";
        requireNewId(trigger.id(), place + ".id");
        checkEndpoint(trigger.endpoint(), place + ".endpoint");
        if (trigger.limitTo() instanceof TriggerScope.OfPublication scope) {
          requirePublication(scope.publicationId(), place + ".limitTo.publicationId");
        } else if (trigger.limitTo() instanceof TriggerScope.OfLink scope) {
          requireLink(scope.linkId(), place + ".limitTo.linkId");
        }
        if (trigger.linkId() != null) {
          requireLink(trigger.linkId(), place + ".automatic.linkId");
          require(
              links.get(trigger.linkId()).triggerId().equals(trigger.id())
                  && trigger.limitTo().equals(new TriggerScope.OfLink(trigger.linkId())),
              place + ".linkId",
              "is not the trigger of the link that it names");
          automatic.add(trigger.id());
        }
      }
      for (int i = 0; i < contents.links().size(); i++) {
        require(
            automatic.contains(contents.links().get(i).triggerId()),
            account + ".links[" + i + "].triggerId",
            "names no trigger of this link");
      }
    }

    private void checkEndpoint(@Nullable String endpoint, String place) {
      try {
        if (endpoint != null) {
          WebUrl.parse(endpoint);
        }
      } catch (BadUrl e) {
        throw SnapshotJson.unreadable(place + " " + e.reason());
      }
    }

    private void requirePublication(String id, String place) {
      require(publications.containsKey(id), place, "names no publication of this account");
    }

    private void requireLink(String id, String place) {
      require(links.containsKey(id), place, "names no tracked link of this account");
    }
  }

  private void requirePast(@Nullable Instant at, String place) {
    require(
        at == null || !at.isAfter(state.time()), place, "is later than the time of the snapshot");
  }

  private void requireNewId(String id, String place) {
    require(ID.matcher(id).matches(), place, "must be 32 lowercase hex digits");
    requireNew(id, ids, place);
  }

  private void requireNewHashId(String hashId, String place) {
    require(HASH_ID.matcher(hashId).matches(), place, "must be nine digits");
    requireNew(hashId, hashIds, place);
  }

  private static void requireCount(int count, String place) {
    require(count >= 0, place, "must be 0 or more, not " + count);
  }

  private static void requireNew(String value, Set<String> known, String place) {
    require(known.add(value), place, "is there twice");
  }

  private static void require(boolean condition, String place, String otherwise) {
    if (!condition) {
      throw SnapshotJson.unreadable(place + " " + otherwise);
    }
  }
}
