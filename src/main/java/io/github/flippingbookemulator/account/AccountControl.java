package io.github.flippingbookemulator.account;

import io.github.flippingbookemulator.error.ErrorCode;
import io.github.flippingbookemulator.error.Refusal;
import java.util.List;

/** An account of the emulated service, for tests. Its data is invisible to other accounts. */
public interface AccountControl {
  /**
   * Returns the id.
   *
   * @return 1 or more, the {@code id} of {@code /auth/me}
   */
  long id();

  /**
   * Returns the short id that publications show as their {@code ownerHashId}.
   *
   * @return nine digits
   */
  String hashId();

  /**
   * Returns the address that notifications go to.
   *
   * @return an e-mail address
   */
  String email();

  /**
   * Returns the token that the endpoints for keys accept instead of an API key.
   *
   * @return the token
   */
  String accessToken();

  /**
   * Returns the active API keys.
   *
   * @return the keys, oldest first
   */
  List<String> apiKeys();

  /**
   * Returns an API key for calls.
   *
   * @return the oldest active API key
   * @throws IllegalStateException if all keys have been revoked
   */
  default String apiKey() {
    return apiKeys().stream()
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("all API keys of this account are revoked"));
  }

  /**
   * Creates an API key.
   *
   * @return the new key
   * @throws Refusal {@link ErrorCode#KEY_LIMIT_EXCEEDED} if there are {@value
   *     AccountOptions#MAX_KEYS} already
   */
  String addKey();

  /**
   * Returns the plan, which limits the account.
   *
   * @return the plan in force
   */
  Plan plan();

  /**
   * Changes the plan. What the account already has stays, even if it exceeds the new limits.
   *
   * @param plan the new plan
   */
  void plan(Plan plan);

  /**
   * Returns the custom domains.
   *
   * @return names, in the order in which they were set
   */
  List<String> domains();

  /**
   * Sets the custom domains; publications keep the ones they have.
   *
   * @param names the new domains
   */
  void domains(List<String> names);

  /**
   * Returns the folders.
   *
   * @return all folders, in the order in which they were set
   */
  List<Folder> folders();

  /**
   * Sets the folders; publications keep the ones they are in.
   *
   * @param folders the new folders
   * @throws IllegalArgumentException if two of them have the same id
   */
  void folders(List<Folder> folders);
}
