package io.github.flippingbookemulator.internal.trigger;

import io.github.flippingbookemulator.account.AccountControl;
import io.github.flippingbookemulator.internal.account.Accounts;
import io.github.flippingbookemulator.internal.account.PerAccount;
import io.github.flippingbookemulator.trigger.Trigger;
import io.github.flippingbookemulator.trigger.TriggersControl;
import java.util.List;

/** The triggers of all accounts, for tests and the control plane. */
public final class AllTriggers implements TriggersControl {
  private final Accounts accounts;
  private final PerAccount<Triggers> triggers;

  /**
   * Creates the view of all accounts.
   *
   * @param accounts the accounts
   * @param triggers the triggers of each
   */
  public AllTriggers(Accounts accounts, PerAccount<Triggers> triggers) {
    this.accounts = accounts;
    this.triggers = triggers;
  }

  @Override
  public List<Trigger> all() {
    return accounts.all().stream().flatMap(account -> of(account).stream()).toList();
  }

  @Override
  public List<Trigger> of(AccountControl account) {
    return triggers.of(accounts.get(account.id())).list(trigger -> true);
  }
}
