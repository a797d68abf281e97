package io.github.flippingbookemulator.account;

import io.github.flippingbookemulator.error.ErrorCode;
import io.github.flippingbookemulator.error.Refusal;
import java.util.List;

/** One account of the emulated service, and the unit of isolation, as a test sees it. */
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
   * Returns the token that stands in for an API key on the calls about keys.
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
   * Returns a key to call with.
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
   * Makes a new API key.
   *
   * @return the new key
   * @throws Refusal {@link ErrorCode#KEY_LIMIT_EXCEEDED} if there are {@value
   *     AccountOptions#MAX_KEYS} already
   */
  String addKey();

  /**
   * Returns what this account may have.
   *
   * @return the plan in force
   */
  Plan plan();

  /**
   * Changes what this account may have. What it already has stays.
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
