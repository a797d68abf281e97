package io.github.flippingbookemulator.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an account holds, by the rules of the contract and nothing else. Conversions are done at
 * once.
 */
final class ReferenceModel {
  private static final Duration RETENTION = Duration.ofDays(30);

  Instant now;
  int refusals;

  /**
   * All ids that were ever given; a restore takes them back, since the ids after it are the same.
   */
  final Set<String> ids = new HashSet<>();

  final List<Pub> publications = new ArrayList<>();
  final List<Link> links = new ArrayList<>();
  final List<Hook> triggers = new ArrayList<>();
  final List<String> deliveries = new ArrayList<>();

  ReferenceModel(Instant start) {
    now = start;
  }

  /** A publication; its sources are kept as whether they have converted. */
  static final class Pub {
    final String id;
    String name;
    @Nullable Instant trashed;
    final List<Boolean> sources = new ArrayList<>();

    Pub(String id, String name) {
      this.id = id;
      this.name = name;
    }

    String state() {
      boolean content = sources.contains(true);
      return (content ? "HasContent, Published, CompletedAllStages" : "Empty")
          + (trashed == null ? "" : ", Trashed");
    }
  }

  /** A tracked link, which nobody opens. */
  static final class Link {
    final String id;
    final String publication;
    String title;
    String standing = "Active, ";

    Link(String id, String publication, String title) {
      this.id = id;
      this.publication = publication;
      this.title = title;
    }

    String state() {
      return standing + "WithoutNewData";
    }
  }

  /** A trigger of the account, or of one publication. */
  static final class Hook {
    final String id;
    Set<String> events;
    final @Nullable String publication;

    Hook(String id, Set<String> events, @Nullable String publication) {
      this.id = id;
      this.events = events;
      this.publication = publication;
    }
  }

  /** A deep copy, as a snapshot is; deliveries and faults are not part of it. */
  ReferenceModel copy() {
    ReferenceModel copy = new ReferenceModel(now);
    for (Pub each : publications) {
      Pub pub = new Pub(each.id, each.name);
      pub.trashed = each.trashed;
      pub.sources.addAll(each.sources);
      copy.publications.add(pub);
    }
    for (Link each : links) {
      Link link = new Link(each.id, each.publication, each.title);
      link.standing = each.standing;
      copy.links.add(link);
    }
    triggers.forEach(each -> copy.triggers.add(new Hook(each.id, each.events, each.publication)));
    copy.ids.addAll(ids);
    return copy;
  }

  /** A source has come; its conversion ends at once. */
  void convert(Pub pub, boolean readable) {
    boolean first = !pub.sources.contains(true);
    pub.sources.add(readable);
    if (readable) {
      fire(pub, first ? "created" : "updated");
    } else {
      fire(pub, "convertationFailed");
      if (pub.sources.size() == 1) {
        trash(pub);
      }
    }
  }

  void trash(Pub pub) {
    pub.trashed = now;
    fire(pub, "deleted");
  }

  void advance(Duration step) {
    now = now.plus(step);
    publications.removeIf(pub -> pub.trashed != null && !pub.trashed.plus(RETENTION).isAfter(now));
    links.removeIf(link -> publications.stream().noneMatch(p -> p.id.equals(link.publication)));
  }

  /** These four events have the scope of the account: a trigger of one publication never fires. */
  private void fire(Pub pub, String event) {
    for (Hook hook : triggers) {
      if (hook.publication == null && hook.events.contains(event)) {
        deliveries.add(hook.id + " " + event + " " + pub.id);
      }
    }
  }
}
