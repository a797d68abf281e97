package io.github.flippingbookemulator.internal.account;

import io.github.flippingbookemulator.account.AccountOptions;

/**
 * What there is to know of an account itself, to make the same account again.
 *
 * @param id its id, 1 or more
 * @param hashId its short id, nine digits
 * @param options all else; e-mail address and token are given, and keys that are not there have
 *     been revoked
 */
public record AccountState(long id, String hashId, AccountOptions options) {
  /** Refuses an account without an address or a token. */
  public AccountState {
    if (options.email() == null || options.accessToken() == null) {
      throw new IllegalArgumentException("an account has an e-mail address and an access token");
    }
  }
}
