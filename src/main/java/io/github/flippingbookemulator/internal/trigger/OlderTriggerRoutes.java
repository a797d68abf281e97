package io.github.flippingbookemulator.internal.trigger;

import io.github.flippingbookemulator.error.Refusal;
import io.github.flippingbookemulator.internal.account.Account;
import io.github.flippingbookemulator.internal.account.PerAccount;
import io.github.flippingbookemulator.internal.fidelity.Reliance;
import io.github.flippingbookemulator.internal.fidelity.Statement;
import io.github.flippingbookemulator.internal.http.Answer;
import io.github.flippingbookemulator.internal.http.Call;
import io.github.flippingbookemulator.internal.http.Endpoints;
import io.github.flippingbookemulator.internal.http.Endpoints.Action;
import io.github.flippingbookemulator.internal.http.JsonList;
import io.github.flippingbookemulator.internal.publication.Publications;
import io.github.flippingbookemulator.internal.store.Change;
import io.github.flippingbookemulator.trigger.Trigger;
import io.github.flippingbookemulator.trigger.Trigger.Medium;
import io.github.flippingbookemulator.trigger.TriggerScope;
import io.github.flippingbookemulator.trigger.TriggerScope.OfAccount;
import io.github.flippingbookemulator.trigger.TriggerScope.OfPublication;
import java.util.Set;

/**
 * The older endpoints for triggers, which are still in the vendor's repository, but no longer in
 * the guide (H). They manage the same triggers, which here need no endpoint (H): without one
 * nothing can be delivered.
 */
public final class OlderTriggerRoutes {
  private static final String WEBHOOK = "/fbonline/webhook";
  private static final String OF_PUBLICATION = "/fbonline/publication/{id}/trigger";
  private static final String HOOK = "/fbonline/tracked_links/hook";

  private final PerAccount<Publications> publications;
  private final PerAccount<Triggers> triggers;

  /**
   * Creates the routes.
   *
   * @param publications the publications of each account
   * @param triggers the triggers of each account
   */
  public OlderTriggerRoutes(PerAccount<Publications> publications, PerAccount<Triggers> triggers) {
    this.publications = publications;
    this.triggers = triggers;
  }

  /**
   * Adds the endpoints to the table.
   *
   * @param all the table
   */
  public void addTo(Endpoints<Account> all) {
    Older endpoints = new Older(all);
    endpoints.get(WEBHOOK, call -> list(call, new OfAccount()));
    endpoints.post(WEBHOOK, call -> create(call, new OfAccount()));
    endpoints.post(WEBHOOK + "/{triggerId}", call -> update(call, new OfAccount()));
    endpoints.delete(WEBHOOK + "/{triggerId}", call -> delete(call, new OfAccount()));

    endpoints.get(OF_PUBLICATION, call -> list(call, ofPublication(call)));
    endpoints.post(OF_PUBLICATION, call -> create(call, ofPublicationForWriting(call)));
    endpoints.post(
        OF_PUBLICATION + "/{triggerId}", call -> update(call, ofPublicationForWriting(call)));
    endpoints.delete(
        OF_PUBLICATION + "/{triggerId}", call -> delete(call, ofPublicationForWriting(call)));

    endpoints.post(HOOK, this::createHook);
    endpoints.post(HOOK + "/{triggerId}", this::updateHook);
    endpoints.delete(HOOK + "/{triggerId}", this::deleteHook);
  }

  /** Adds endpoints that note that they are not documented any longer. */
  private record Older(Endpoints<Account> all) {
    void get(String path, Action<Account> action) {
      all.get(path, noted(action));
    }

    void post(String path, Action<Account> action) {
      all.post(path, noted(action));
    }

    void delete(String path, Action<Account> action) {
      all.delete(path, noted(action));
    }

    private static Action<Account> noted(Action<Account> action) {
      return call -> {
        Reliance.on(Statement.TRIGGER_OLDER_CALLS);
        return action.answer(call);
      };
    }
  }

  private Answer list(Call<Account> call, TriggerScope scope) {
    return Answer.ok()
        .and(
            "webhooks",
            JsonList.of(
                triggers(call)
                    .list(trigger -> trigger.limitTo().equals(scope) && !trigger.isAutomatic()),
                TriggerWire::json));
  }

  private Answer create(Call<Account> call, TriggerScope scope) {
    TriggerDraft draft = draft(call, new Change.Set<>(scope), true);
    return Answer.ok().and("id", triggers(call).create(draft).id());
  }

  private Answer update(Call<Account> call, TriggerScope scope) {
    String id = in(call, scope).id();
    TriggerDraft draft = draft(call, new Change.Absent<>(), false);
    return Answer.ok().and("id", triggers(call).update(id, draft).id());
  }

  private Answer delete(Call<Account> call, TriggerScope scope) {
    triggers(call).delete(in(call, scope).id());
    return Answer.ok();
  }

  /**
   * Creates a trigger for events through any tracked link, because the path has no link's id (E).
   */
  private Answer createHook(Call<Account> call) {
    Reliance.on(Statement.TRIGGER_HOOK_WITHOUT_LINK);
    TriggerDraft draft = draft(call, new Change.Absent<>(), true);
    TriggerDraft onLinks =
        new TriggerDraft(
            draft.name(),
            draft.endpoint(),
            draft.events(),
            new Change.Set<>(Set.of(Medium.TRACKED_LINK)),
            draft.limitTo());
    return Answer.ok().and("uid", triggers(call).create(onLinks).id());
  }

  /** Null clears a property of a link's automatic trigger, because that may have no endpoint. */
  private Answer updateHook(Call<Account> call) {
    Trigger hook = hook(call);
    TriggerDraft draft = TriggerWire.olderDraft(call.body(), new Change.Absent<>());
    if (!hook.isAutomatic()) {
      TriggerWire.requireEvents(call.body(), draft, false);
    }
    call.body().check();
    return Answer.ok().and("uid", triggers(call).update(hook.id(), draft).id());
  }

  private Answer deleteHook(Call<Account> call) {
    Trigger trigger = hook(call);
    if (trigger.isAutomatic()) {
      triggers(call)
          .update(
              trigger.id(),
              new TriggerDraft(
                  new Change.Cleared<>(),
                  new Change.Cleared<>(),
                  new Change.Set<>(Set.of()),
                  new Change.Absent<>(),
                  new Change.Absent<>()));
    } else {
      triggers(call).delete(trigger.id());
    }
    return Answer.ok();
  }

  /** The automatic trigger of a link, or one for tracked links only, as POST makes it here (E). */
  private Trigger hook(Call<Account> call) {
    Trigger trigger = triggers(call).get(call.id("triggerId"));
    if (!trigger.isAutomatic() && !trigger.triggerOn().equals(Set.of(Medium.TRACKED_LINK))) {
      throw Refusal.notFound("trigger of a tracked link", trigger.id());
    }
    return trigger;
  }

  private static TriggerDraft draft(Call<Account> call, Change<TriggerScope> scope, boolean isNew) {
    TriggerDraft draft = TriggerWire.olderDraft(call.body(), scope);
    TriggerWire.requireEvents(call.body(), draft, isNew);
    call.body().check();
    return draft;
  }

  private Trigger in(Call<Account> call, TriggerScope scope) {
    Trigger trigger = triggers(call).get(call.id("triggerId"));
    if (!trigger.limitTo().equals(scope) || trigger.isAutomatic()) {
      throw Refusal.notFound("trigger here", trigger.id());
    }
    return trigger;
  }

  private TriggerScope ofPublication(Call<Account> call) {
    return new OfPublication(publications.of(call.account()).get(call.id("id")).id());
  }

  private TriggerScope ofPublicationForWriting(Call<Account> call) {
    return new OfPublication(publications.of(call.account()).getForWriting(call.id("id")).id());
  }

  private Triggers triggers(Call<Account> call) {
    return triggers.of(call.account());
  }
}
