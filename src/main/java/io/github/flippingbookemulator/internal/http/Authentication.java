package io.github.flippingbookemulator.internal.http;

import java.util.Optional;

/**
 * Finds the account that calls. The gateway knows nothing else of accounts.
 *
 * @param <A> the account
 */
public interface Authentication<A> {
  /**
   * Finds the account of an API key.
   *
   * @param key what the caller sent
   * @return the account, or empty if the key is unknown or revoked
   */
  Optional<A> byKey(String key);

  /**
   * Finds the account of an access token.
   *
   * @param token what the caller sent
   * @return the account, or empty if the token is unknown
   */
  Optional<A> byAccessToken(String token);

  /**
   * Revokes an API key, irreversibly.
   *
   * @param key a key that is known
   */
  void revoke(String key);

  /**
   * Returns the id of an account, for the journal.
   *
   * @param account the account
   * @return its id
   */
  long id(A account);
}
