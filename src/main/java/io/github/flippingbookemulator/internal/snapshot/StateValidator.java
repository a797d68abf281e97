package io.github.flippingbookemulator.internal.snapshot;

import io.github.flippingbookemulator.internal.account.AccountState;
import io.github.flippingbookemulator.internal.source.SourcesState;
import io.github.flippingbookemulator.link.TrackedLink;
import io.github.flippingbookemulator.link.Visits;
import io.github.flippingbookemulator.publication.Publication;
import io.github.flippingbookemulator.publication.Publication.Extent;
import io.github.flippingbookemulator.source.Source;
import io.github.flippingbookemulator.trigger.Trigger;
import io.github.flippingbookemulator.trigger.TriggerScope;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether the parts of a snapshot, each of which can be, can be together: nothing is there twice,
 * nothing leads nowhere, nothing has happened after the time of the snapshot.
 */
final class StateValidator {
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
    require(!state.accounts().isEmpty(), "accounts", "is empty; the first is the default account");
    StateValidator consistency = new StateValidator(state);
    for (int i = 0; i < state.accounts().size(); i++) {
      AccountContents contents = state.accounts().get(i);
      String place = "accounts[" + i + "]";
      require(
          contents.account().id() == i + 1, place + ".id", "must be " + (i + 1) + ", by its place");
      consistency.checkAccount(contents.account(), place);
      consistency.new Contents(contents, place).check();
    }
  }

  private void checkAccount(AccountState account, String place) {
    requireNew(account.hashId(), hashIds, place + ".hashId");
    requireNew(String.valueOf(account.options().accessToken()), tokens, place + ".accessToken");
    account.options().apiKeys().forEach(key -> requireNew(key, keys, place + ".apiKeys"));
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
        requireNew(publication.id(), ids, place + ".id");
        requireNew(publication.hashId(), hashIds, place + ".hashId");
        requirePast(publication.created(), place + ".created");
        requirePast(publication.modified(), place + ".modified");
        requirePast(publication.trashed(), place + ".trashed");
        publications.put(publication.id(), publication);
      }
    }

    private void checkSources() {
      List<SourcesState.Entry> sources = contents.sources().sources();
      for (int i = 0; i < sources.size(); i++) {
        Source source = sources.get(i).source();
        String place = account + ".sources[" + i + "]";
        requireNew(source.id(), ids, place + ".id");
        requirePublication(source.publicationId(), place + ".publicationId");
        requirePast(source.received(), place + ".received");
        requirePast(source.work() == null ? null : source.work().began(), place + ".work.began");
        if (sources.get(i).shown()) {
          requireNew(source.publicationId(), shown, place + ".shown");
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
            account + ".publications[" + i + "].extent",
            "does not fit the source that is shown, or that none is");
      }
    }

    private void checkLinks() {
      for (int i = 0; i < contents.links().size(); i++) {
        TrackedLink link = contents.links().get(i);
        String place = account + ".links[" + i + "]";
        requireNew(link.id(), ids, place + ".id");
        requireNew(link.urlName(), urlNames, place + ".urlName");
        requirePublication(link.publicationId(), place + ".publicationId");
        requirePast(link.created(), place + ".created");
        checkVisits(link.all(), place + ".all");
        checkVisits(link.sinceSeen(), place + ".sinceSeen");
        links.put(link.id(), link);
      }
    }

    private void checkVisits(Visits visits, String place) {
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
        String place = account + ".triggers[" + i + "]";
        requireNew(trigger.id(), ids, place + ".id");
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
              place + ".automatic",
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

  private static void requireNew(String value, Set<String> known, String place) {
    require(known.add(value), place, "is there twice");
  }

  private static void require(boolean condition, String place, String otherwise) {
    if (!condition) {
      throw JsonReader.unreadable(place + " " + otherwise);
    }
  }
}
