package io.github.flippingbookemulator.internal.account;

import io.github.flippingbookemulator.account.AccountOptions;
import io.github.flippingbookemulator.account.AccountsControl;
import io.github.flippingbookemulator.error.ErrorCode;
import io.github.flippingbookemulator.error.Refusal;
import io.github.flippingbookemulator.internal.store.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * All accounts of the emulated service, found by id, key or token. Their number has no limit: tests
 * that share an emulator hold accounts of their own until a reset, and one takes about 2 kB.
 */
public final class Accounts implements AccountsControl {
  private final Ids ids;
  private final Consumer<String> secrets;
  private final List<Account> accounts = new CopyOnWriteArrayList<>();
  private final Map<Long, Account> byId = new ConcurrentHashMap<>();
  private final Map<String, Account> byToken = new ConcurrentHashMap<>();
  private final Map<String, Account> byKey = new ConcurrentHashMap<>();

  /**
   * Creates the service without accounts.
   *
   * @param ids generates keys and tokens
   * @param secrets told each key and token before it is used
   */
  public Accounts(Ids ids, Consumer<String> secrets) {
    this.ids = ids;
    this.secrets = secrets;
  }

  @Override
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
    return add(new Account(this, id, ids.nextHashId(), email, token, options), wanted);
  }

  /**
   * Adds an account from a snapshot.
   *
   * @param state its data; no other account may have its id, its token or one of its keys
   * @return the account
   */
  public synchronized Account add(AccountState state) {
    AccountOptions options = state.options();
    String email = Objects.requireNonNull(options.email());
    String token = Objects.requireNonNull(options.accessToken());
    return add(
        new Account(this, state.id(), state.hashId(), email, token, options), options.apiKeys());
  }

  private Account add(Account account, List<String> keys) {
    secrets.accept(account.accessToken());
    keys.forEach(secrets);
    keys.forEach(key -> byKey.put(key, account));
    account.apiKeys(keys);
    byId.put(account.id(), account);
    byToken.put(account.accessToken(), account);
    accounts.add(account);
    return account;
  }

  /**
   * Reads the data of all accounts under all their locks, while no {@link Account#write} runs.
   *
   * @param look gets the accounts, oldest first; must be quick and must not block
   * @param <T> the type of its result
   * @return its result
   * @throws IllegalStateException if the caller holds an account's lock, as listeners of events do,
   *     because two such callers could deadlock
   */
  public <T> T whileNothingChanges(Function<List<Account>, T> look) {
    requireNoChange();
    List<Account> held = all();
    held.forEach(account -> account.lock().lock()); // always in the same order, to avoid deadlocks
    try {
      return look.apply(held);
    } finally {
      held.forEach(account -> account.lock().unlock());
    }
  }

  /**
   * Checks that the caller may wait for others.
   *
   * @throws IllegalStateException if it holds an account's lock, as listeners of events do
   */
  public void requireNoChange() {
    if (accounts.stream().anyMatch(account -> account.lock().isHeldByCurrentThread())) {
      throw new IllegalStateException("a listener is called in the middle of a change");
    }
  }

  @Override
  public List<Account> all() {
    return List.copyOf(accounts);
  }

  @Override
  public Account defaultAccount() {
    return accounts.get(0);
  }

  @Override
  public Account get(long id) {
    return Optional.ofNullable(byId.get(id))
        .orElseThrow(() -> new IllegalArgumentException("there is no account with id " + id));
  }

  /**
   * Finds the account of a key.
   *
   * @param key an API key
   * @return its account; empty if the key is unknown or revoked
   */
  public Optional<Account> byKey(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /**
   * Finds the account of a token.
   *
   * @param token an access token
   * @return its account; empty if the token is unknown
   */
  public Optional<Account> byAccessToken(String token) {
    return Optional.ofNullable(byToken.get(token));
  }

  String addKey(Account account) {
    return account.write(
        () -> {
          List<String> own = new ArrayList<>(account.apiKeys());
          if (own.size() >= AccountOptions.MAX_KEYS) {
            throw Refusal.of(
                ErrorCode.KEY_LIMIT_EXCEEDED,
                "This account already has %d API keys; revoke one first."
                    .formatted(AccountOptions.MAX_KEYS));
          }
          String key = ids.next();
          secrets.accept(key);
          own.add(key);
          account.apiKeys(own);
          byKey.put(key, account);
          return key;
        });
  }

  @Override
  public void revoke(String key) {
    byKey(key)
        .ifPresent(
            account ->
                account.write(
                    () -> {
                      List<String> own = new ArrayList<>(account.apiKeys());
                      own.remove(key);
                      account.apiKeys(own);
                      return byKey.remove(key);
                    }));
  }
}
