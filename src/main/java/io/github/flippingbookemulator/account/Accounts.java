package io.github.flippingbookemulator.account;

import io.github.flippingbookemulator.error.ErrorCode;
import io.github.flippingbookemulator.error.Refusal;
import io.github.flippingbookemulator.store.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** All accounts of the emulated service, and who a key or token belongs to. */
public final class Accounts {
  private final Ids ids;
  private final List<Account> accounts = new CopyOnWriteArrayList<>();
  private final Map<String, Account> byKey = new ConcurrentHashMap<>();
  private final Map<Account, List<String>> keys = new ConcurrentHashMap<>();

  /**
   * Makes a service without accounts.
   *
   * @param ids where generated keys and tokens come from
   */
  public Accounts(Ids ids) {
    this.ids = ids;
  }

  /**
   * Opens an account.
   *
   * @param options what it starts with
   * @return the new account
   * @throws IllegalArgumentException if one of its keys or its token is another account's
   */
  public synchronized Account open(AccountOptions options) {
    long id = accounts.size() + 1L;
    String email = Optional.ofNullable(options.email()).orElse("account-" + id + "@example.com");
    String token = Optional.ofNullable(options.accessToken()).orElseGet(ids::next);
    List<String> wanted = options.apiKeys().isEmpty() ? List.of(ids.next()) : options.apiKeys();
    for (String key : wanted) {
      if (byKey.containsKey(key)) {
        throw new IllegalArgumentException("the API key '" + key + "' is another account's");
      }
    }
    if (byAccessToken(token).isPresent()) {
      throw new IllegalArgumentException("the access token '" + token + "' is another account's");
    }
    Account account = new Account(id, ids.nextHashId(), email, token, options);
    wanted.forEach(key -> byKey.put(key, account));
    keys.put(account, List.copyOf(wanted));
    accounts.add(account);
    return account;
  }

  /**
   * Returns all accounts.
   *
   * @return oldest first; the first one is the default account
   */
  public List<Account> all() {
    return List.copyOf(accounts);
  }

  /**
   * Returns the account that the emulator starts with.
   *
   * @return the oldest account
   */
  public Account defaultAccount() {
    return accounts.get(0);
  }

  /**
   * Finds an account.
   *
   * @param id its id
   * @return the account
   * @throws IllegalArgumentException if there is none with this id
   */
  public Account get(long id) {
    return accounts.stream()
        .filter(account -> account.id() == id)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no account with id " + id));
  }

  /**
   * Finds out who a key belongs to.
   *
   * @param key an API key
   * @return its account; empty if the key is unknown or revoked
   */
  public Optional<Account> byKey(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /**
   * Finds out who a token belongs to.
   *
   * @param token an access token
   * @return its account; empty if the token is unknown
   */
  public Optional<Account> byAccessToken(String token) {
    return accounts.stream().filter(a -> a.accessToken().equals(token)).findFirst();
  }

  /**
   * Returns the active keys of an account.
   *
   * @param account the account
   * @return the keys, oldest first
   */
  public List<String> keys(Account account) {
    return keys.getOrDefault(account, List.of());
  }

  /**
   * Makes a new key for an account.
   *
   * @param account the account
   * @return the new key
   * @throws Refusal {@link ErrorCode#KEY_LIMIT_EXCEEDED} if it already has {@value
   *     Account#MAX_KEYS} keys
   */
  public String addKey(Account account) {
    return account.write(
        () -> {
          List<String> own = new ArrayList<>(keys(account));
          if (own.size() >= Account.MAX_KEYS) {
            throw Refusal.of(
                ErrorCode.KEY_LIMIT_EXCEEDED,
                "This account already has %d API keys; revoke one first."
                    .formatted(Account.MAX_KEYS));
          }
          String key = ids.next();
          own.add(key);
          keys.put(account, List.copyOf(own));
          byKey.put(key, account);
          return key;
        });
  }

  /**
   * Revokes a key, irreversibly. A key that is unknown or revoked stays so.
   *
   * @param key an API key
   */
  public void revoke(String key) {
    byKey(key)
        .ifPresent(
            account ->
                account.write(
                    () -> {
                      List<String> own = new ArrayList<>(keys(account));
                      own.remove(key);
                      keys.put(account, List.copyOf(own));
                      return byKey.remove(key);
                    }));
  }
}
