package io.github.flippingbookemulator.internal.trigger;

import io.github.flippingbookemulator.error.Refusal;
import io.github.flippingbookemulator.internal.account.Account;
import io.github.flippingbookemulator.internal.account.PerAccount;
import io.github.flippingbookemulator.internal.fidelity.Reliance;
import io.github.flippingbookemulator.internal.fidelity.Statement;
import io.github.flippingbookemulator.internal.http.Answer;
import io.github.flippingbookemulator.internal.http.Body;
import io.github.flippingbookemulator.internal.http.Call;
import io.github.flippingbookemulator.internal.http.Endpoints;
import io.github.flippingbookemulator.trigger.Trigger;
import java.util.Optional;

/** The endpoints for triggers. */
public final class TriggerRoutes {
  private static final String LIST = "/fbonline/triggers";
  private static final String ONE = LIST + "/{id}";

  private final PerAccount<Triggers> triggers;

  /**
   * Creates the routes.
   *
   * @param triggers the triggers of each account
   */
  public TriggerRoutes(PerAccount<Triggers> triggers) {
    this.triggers = triggers;
  }

  /**
   * Adds the endpoints to the table.
   *
   * @param endpoints the table
   */
  public void addTo(Endpoints<Account> endpoints) {
    endpoints.post(LIST, this::create);
    endpoints.post(ONE, this::update);
    endpoints.delete(ONE, this::delete);
  }

  private Answer create(Call<Account> call) {
    TriggerDraft draft = draft(call.body(), true);
    if (draft.triggerOn().isAbsent()) {
      Reliance.on(Statement.TRIGGER_SCOPE_ABSENT);
    }
    if (draft.limitTo().isAbsent()) {
      Reliance.on(Statement.TRIGGER_LIMIT_ABSENT);
    }
    return Answer.ok().and("id", triggers(call).create(draft).id());
  }

  private Answer update(Call<Account> call) {
    String id = own(call).id();
    TriggerDraft draft = draft(call.body(), false);
    return Answer.ok().and("id", triggers(call).update(id, draft).id());
  }

  private Answer delete(Call<Account> call) {
    String id = own(call).id();
    triggers(call).delete(id);
    return Answer.ok().and("id", id);
  }

  /** Returns the trigger of the path; refuses an automatic one, which follows its link (D). */
  private Trigger own(Call<Account> call) {
    Trigger trigger = triggers(call).get(call.id("id"));
    if (trigger.isAutomatic()) {
      Reliance.on(Statement.TRIGGER_AUTOMATIC);
      throw Refusal.badFormat(
          "The trigger '" + trigger.id() + "' is a tracked link's own; change the link instead.");
    }
    return trigger;
  }

  private static TriggerDraft draft(Body body, boolean isNew) {
    if (!body.has("trigger")) {
      body.problem("trigger: an object with triggerOn, events, endpoint and limitTo is needed.");
    }
    Optional<Body> given = body.object("trigger").given();
    if (given.isEmpty()) {
      body.check(); // without that object there is nothing else to check
    }
    Body trigger = given.orElse(body);
    TriggerDraft draft = TriggerWire.draft(trigger);
    TriggerWire.requireEventsAndEndpoint(trigger, draft, isNew);
    body.check();
    return draft;
  }

  private Triggers triggers(Call<Account> call) {
    return triggers.of(call.account());
  }
}
