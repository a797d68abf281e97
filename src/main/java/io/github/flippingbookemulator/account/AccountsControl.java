package io.github.flippingbookemulator.account;

import java.util.List;

/** All accounts of the emulated service, and the keys that clients call with. */
public interface AccountsControl {
  /**
   * Creates an account.
   *
   * @param options its initial data
   * @return the new account
   * @throws IllegalArgumentException if one of its keys or its token is another account's
   */
  AccountControl open(AccountOptions options);

  /**
   * Returns all accounts.
   *
   * @return oldest first; the first one is the default account
   */
  List<? extends AccountControl> all();

  /**
   * Returns the account that the emulator starts with.
   *
   * @return the oldest account
   */
  AccountControl defaultAccount();

  /**
   * Finds an account.
   *
   * @param id its id
   * @return the account
   * @throws IllegalArgumentException if there is none with this id
   */
  AccountControl get(long id);

  /**
   * Revokes a key permanently; does nothing if it is unknown or already revoked.
   *
   * @param key an API key
   */
  void revoke(String key);
}
