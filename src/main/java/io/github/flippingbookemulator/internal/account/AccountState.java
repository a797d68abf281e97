package io.github.flippingbookemulator.internal.account;

import io.github.flippingbookemulator.account.AccountOptions;

/**
 * The data of an account itself, from which the same account can be created again.
 *
 * @param id its id, 1 or more
 * @param hashId its short id, nine digits
 * @param options all other data; e-mail address and token are not null, and the keys are exactly
 *     the active ones
 */
public record AccountState(long id, String hashId, AccountOptions options) {
  /** Rejects an account without an address or a token. */
  public AccountState {
    if (options.email() == null || options.accessToken() == null) {
      throw new IllegalArgumentException("an account has an e-mail address and an access token");
    }
  }
}
