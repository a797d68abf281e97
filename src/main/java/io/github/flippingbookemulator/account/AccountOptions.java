package io.github.flippingbookemulator.account;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The initial data of an account.
 *
 * @param email its address; null for {@code account-<id>@example.com}
 * @param accessToken its access token; null for one generated from the seed
 * @param apiKeys its API keys, at most ten; empty for one generated from the seed
 * @param plan its limits
 * @param domains its custom domains
 * @param folders its folders
 */
public record AccountOptions(
    @Nullable String email,
    @Nullable String accessToken,
    List<String> apiKeys,
    Plan plan,
    List<String> domains,
    List<Folder> folders) {
  /** How many API keys an account can have (D). */
  public static final int MAX_KEYS = 10;

  /**
   * Copies the lists; rejects keys that no header can carry, too many keys, and duplicate keys or
   * folder ids, and empty folder ids.
   */
  public AccountOptions {
    apiKeys = List.copyOf(apiKeys);
    domains = List.copyOf(domains);
    folders = List.copyOf(folders);
    for (String key : apiKeys) {
      if (!key.matches("[!-~]+")) {
        throw new IllegalArgumentException(
            "an API key consists of visible ASCII characters, unlike '" + key + "'");
      }
    }
    if (Set.copyOf(apiKeys).size() < apiKeys.size()) {
      throw new IllegalArgumentException("the API keys of an account differ");
    }
    if (apiKeys.size() > MAX_KEYS) {
      throw new IllegalArgumentException(
          "an account has at most " + MAX_KEYS + " API keys, not " + apiKeys.size());
    }
    if (folders.stream().map(Folder::id).anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("the id of a folder is not empty");
    }
    if (folders.stream().map(Folder::id).distinct().count() < folders.size()) {
      throw new IllegalArgumentException("the ids of an account's folders differ");
    }
  }

  /**
   * Returns the options of an account with generated key and token, without limits.
   *
   * @return the options
   */
  public static AccountOptions defaults() {
    return new AccountOptions(null, null, List.of(), Plan.UNLIMITED, List.of(), List.of());
  }

  /**
   * Sets the only API key.
   *
   * @param apiKey the key
   * @return a copy with it
   */
  public AccountOptions withApiKey(String apiKey) {
    return new AccountOptions(email, accessToken, List.of(apiKey), plan, domains, folders);
  }

  /**
   * Sets the access token.
   *
   * @param token the token
   * @return a copy with it
   */
  public AccountOptions withAccessToken(String token) {
    return new AccountOptions(email, token, apiKeys, plan, domains, folders);
  }

  /**
   * Chooses the folders.
   *
   * @param others the folders; their ids differ
   * @return a copy with them
   * @throws IllegalArgumentException if two have the same id
   */
  public AccountOptions withFolders(List<Folder> others) {
    return new AccountOptions(email, accessToken, apiKeys, plan, domains, others);
  }
}
