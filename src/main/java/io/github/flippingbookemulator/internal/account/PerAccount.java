package io.github.flippingbookemulator.internal.account;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * One object of a feature for each account, so that a feature can only see the data of its own
 * account.
 *
 * @param <T> the feature
 */
public final class PerAccount<T> {
  private final Map<Account, T> objects = new ConcurrentHashMap<>();
  private final Function<Account, T> maker;

  /**
   * Creates an empty collection.
   *
   * @param maker creates the object of an account on first use
   */
  public PerAccount(Function<Account, T> maker) {
    this.maker = maker;
  }

  /**
   * Returns the object of an account.
   *
   * @param account the account
   * @return always the same object for the same account
   */
  public T of(Account account) {
    T known = objects.get(account); // computeIfAbsent can lock even if the object exists
    return known != null ? known : objects.computeIfAbsent(account, maker);
  }

  /**
   * Returns all objects that have been created.
   *
   * @return in the order of the accounts' ids, a copy
   */
  public List<T> all() {
    return objects.entrySet().stream()
        .sorted(Comparator.comparingLong(entry -> entry.getKey().id()))
        .map(Map.Entry::getValue)
        .toList();
  }

  /**
   * Returns the object of an account, if it has been created.
   *
   * @param accountId the account's id
   * @return its object, if there is one
   */
  public Optional<T> byId(long accountId) {
    return objects.entrySet().stream()
        .filter(entry -> entry.getKey().id() == accountId)
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
