package io.github.flippingbookemulator.internal.trigger;

import io.github.flippingbookemulator.error.ErrorCode;
import io.github.flippingbookemulator.error.Refusal;
import io.github.flippingbookemulator.internal.account.Account;
import io.github.flippingbookemulator.internal.fidelity.Reliance;
import io.github.flippingbookemulator.internal.fidelity.Statement;
import io.github.flippingbookemulator.internal.link.TrackedLinks;
import io.github.flippingbookemulator.internal.publication.Publications;
import io.github.flippingbookemulator.internal.store.Ids;
import io.github.flippingbookemulator.internal.store.OrderedStore;
import io.github.flippingbookemulator.link.TrackedLink;
import io.github.flippingbookemulator.trigger.Trigger;
import io.github.flippingbookemulator.trigger.Trigger.Medium;
import io.github.flippingbookemulator.trigger.TriggerScope;
import io.github.flippingbookemulator.trigger.TriggerScope.OfAccount;
import io.github.flippingbookemulator.trigger.TriggerScope.OfLink;
import io.github.flippingbookemulator.trigger.TriggerScope.OfPublication;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The triggers of one account, including the automatic ones of its links. */
public final class Triggers {
  private final Account account;
  private final Publications publications;
  private final TrackedLinks links;
  private final Ids ids;
  private final OrderedStore<Trigger> store = new OrderedStore<>();
  private final Map<String, LinkTriggerProgress> linkTriggers = new HashMap<>();
  private int own;

  /**
   * Creates an empty list.
   *
   * @param account the account of the triggers
   * @param publications the account's publications
   * @param links the account's tracked links
   * @param ids generates the ids
   */
  public Triggers(Account account, Publications publications, TrackedLinks links, Ids ids) {
    this.account = account;
    this.publications = publications;
    this.links = links;
    this.ids = ids;
  }

  /**
   * Lists triggers.
   *
   * @param filter which of them
   * @return oldest first
   */
  public List<Trigger> list(Predicate<Trigger> filter) {
    return store.all().stream().filter(filter).toList();
  }

  /**
   * Returns each trigger with what it has reported.
   *
   * @return oldest first
   */
  public List<TriggerState> states() {
    return account.write(
        () ->
            store.all().stream()
                .map(
                    trigger -> {
                      LinkTriggerProgress alerts = linkTriggers.get(trigger.id());
                      return alerts == null
                          ? new TriggerState(trigger, 0, false)
                          : new TriggerState(trigger, alerts.viewsTold(), alerts.downloadTold());
                    })
                .toList());
  }

  /**
   * Loads triggers from a snapshot.
   *
   * @param states the triggers, oldest first; the account must have its links already, but no
   *     triggers
   * @param endpoints maps the endpoint of each trigger that has one
   */
  public void load(List<TriggerState> states, UnaryOperator<String> endpoints) {
    account.write(
        () -> {
          for (TriggerState state : states) {
            Trigger trigger = withEndpoint(state.trigger(), endpoints);
            store.put(trigger.id(), trigger);
            if (trigger.linkId() == null) {
              own++;
            } else {
              linkTriggers.put(
                  trigger.id(),
                  new LinkTriggerProgress(
                      links.get(trigger.linkId()).alerts(),
                      state.viewsTold(),
                      state.downloadTold()));
            }
          }
          return null;
        });
  }

  /**
   * Finds a trigger.
   *
   * @param id its id
   * @return the trigger
   * @throws Refusal {@link ErrorCode#OBJECT_NOT_FOUND} if the account has none with this id
   */
  public Trigger get(String id) {
    return store.find(id).orElseThrow(() -> Refusal.notFound("trigger", id));
  }

  /**
   * Creates a trigger.
   *
   * @param draft its properties
   * @return the new trigger
   * @throws Refusal if the publication or link of its scope is missing or deleted, or the plan
   *     allows no further trigger
   */
  public Trigger create(TriggerDraft draft) {
    return account.write(
        () -> {
          TriggerScope scope = draft.limitTo().given().orElseGet(OfAccount::new);
          requireParent(scope);
          if (own >= account.plan().maxTriggers()) {
            throw Refusal.of(
                ErrorCode.TRIGGER_LIMIT_EXCEEDED,
                "The plan allows " + account.plan().maxTriggers() + " triggers.");
          }
          Trigger trigger =
              new Trigger(
                  ids.next(),
                  draft.name().or(null),
                  draft.endpoint().or(null),
                  draft.events().given().orElse(Set.of()),
                  draft.triggerOn().given().orElse(EnumSet.allOf(Medium.class)),
                  scope,
                  null);
          own++;
          store.put(trigger.id(), trigger);
          return trigger;
        });
  }

  /**
   * Changes a trigger.
   *
   * @param id its id
   * @param draft the changes
   * @return the trigger as it is now
   * @throws Refusal if there is no such trigger, or the publication or link of a new scope is
   *     missing or deleted
   */
  public Trigger update(String id, TriggerDraft draft) {
    return account.write(
        () -> {
          Trigger before = get(id);
          TriggerScope scope =
              Optional.ofNullable(draft.limitTo().or(before.limitTo())).orElseGet(OfAccount::new);
          if (!scope.equals(before.limitTo())) {
            requireParent(scope);
          }
          Trigger after =
              new Trigger(
                  id,
                  draft.name().or(before.name()),
                  draft.endpoint().or(before.endpoint()),
                  Optional.ofNullable(draft.events().or(before.events())).orElse(Set.of()),
                  draft.triggerOn().given().orElse(before.triggerOn()),
                  scope,
                  before.linkId());
          store.put(id, after);
          return after;
        });
  }

  /**
   * Removes a trigger.
   *
   * @param id its id
   * @throws Refusal if there is no such trigger
   */
  public void delete(String id) {
    account.write(
        () -> {
          get(id);
          store.remove(id);
          own--;
          return null;
        });
  }

  /**
   * Returns the triggers that an event fires, and updates what the automatic ones have reported.
   *
   * @param event the event
   * @return the triggers, oldest first
   */
  List<Trigger> firedBy(TriggerEvent event) {
    return account.write(
        () -> store.all().stream().filter(trigger -> fires(trigger, event)).toList());
  }

  /** Creates the automatic trigger of a new link, or updates it from the link's settings. */
  void follow(TrackedLink link) {
    account.write(
        () -> {
          LinkTriggerProgress before = linkTriggers.get(link.triggerId());
          linkTriggers.put(
              link.triggerId(),
              before == null ? LinkTriggerProgress.of(link) : before.following(link));
          if (before == null) {
            store.put(
                link.triggerId(),
                new Trigger(
                    link.triggerId(),
                    null,
                    null,
                    Set.of(),
                    Set.of(Medium.TRACKED_LINK),
                    new OfLink(link.id()),
                    link.id()));
          }
          return null;
        });
  }

  /** Removes the triggers limited to a purged link, its automatic one included. */
  void forgetLink(String linkId) {
    forget(new OfLink(linkId));
  }

  /** Removes the triggers limited to a purged publication. */
  void forgetPublication(String publicationId) {
    forget(new OfPublication(publicationId));
  }

  /** Returns what a link's automatic trigger has reported; null for other triggers. */
  @Nullable LinkTriggerProgress ofLink(Trigger trigger) {
    return account.write(() -> linkTriggers.get(trigger.id()));
  }

  private void forget(TriggerScope scope) {
    account.write(
        () -> {
          for (Trigger trigger : list(each -> each.limitTo().equals(scope))) {
            store.remove(trigger.id());
            own -= linkTriggers.remove(trigger.id()) == null ? 1 : 0;
          }
          return null;
        });
  }

  private static Trigger withEndpoint(Trigger trigger, UnaryOperator<String> change) {
    String endpoint = trigger.endpoint();
    return endpoint == null
        ? trigger
        : new Trigger(
            trigger.id(),
            trigger.name(),
            change.apply(endpoint),
            trigger.events(),
            trigger.triggerOn(),
            trigger.limitTo(),
            trigger.linkId());
  }

  private boolean fires(Trigger trigger, TriggerEvent event) {
    LinkTriggerProgress linkTrigger = linkTriggers.get(trigger.id());
    if (linkTrigger == null || !linkTrigger.governs(event.event())) {
      return TriggerMatching.fires(trigger, event);
    }
    boolean alert =
        TriggerMatching.contains(trigger.limitTo(), event) && linkTrigger.firesFor(event.event());
    if (alert) {
      linkTriggers.put(trigger.id(), linkTrigger.told(event.event()));
    }
    return alert;
  }

  private void requireParent(TriggerScope scope) {
    boolean unknown =
        scope instanceof OfPublication parent
            ? publications.find(parent.publicationId()).isEmpty()
            : scope instanceof OfLink link && links.find(link.linkId()).isEmpty();
    if (unknown) {
      Reliance.on(Statement.TRIGGER_UNKNOWN_PARENT);
    }
    if (scope instanceof OfPublication publication) {
      publications.getForWriting(publication.publicationId());
    } else if (scope instanceof OfLink link) {
      links.getForWriting(link.linkId());
    }
  }
}
