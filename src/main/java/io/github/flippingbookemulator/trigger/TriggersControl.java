package io.github.flippingbookemulator.trigger;

import io.github.flippingbookemulator.account.AccountControl;
import java.util.List;
import java.util.Optional;

/** The triggers of all accounts. */
public interface TriggersControl {
  /**
   * Returns all triggers, including the automatic ones of links.
   *
   * @return account by account, oldest first, a copy
   */
  List<Trigger> all();

  /**
   * Returns the triggers of one account, including the automatic ones of links.
   *
   * @param account one of the emulator's accounts
   * @return oldest first, a copy
   */
  List<Trigger> of(AccountControl account);

  /**
   * Finds a trigger.
   *
   * @param id its id
   * @return the trigger as it is now
   */
  default Optional<Trigger> find(String id) {
    return all().stream().filter(trigger -> trigger.id().equals(id)).findFirst();
  }
}
