package io.github.flippingbookemulator.internal.account;

import io.github.flippingbookemulator.account.AccountControl;
import io.github.flippingbookemulator.account.AccountOptions;
import io.github.flippingbookemulator.account.Folder;
import io.github.flippingbookemulator.account.Plan;
import io.github.flippingbookemulator.error.ErrorCode;
import io.github.flippingbookemulator.error.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * One customer of the emulated service, and the unit of isolation: whatever else exists belongs to
 * exactly one account and is invisible to the others.
 *
 * <p>Everything that changes an account's data runs under its lock, see {@link #write}.
 */
public final class Account implements AccountControl {

  private final ReentrantLock lock = new ReentrantLock();
  private final long id;
  private final String hashId;
  private final String email;
  private final String accessToken;
  private final Accounts all;
  private volatile List<String> apiKeys = List.of();
  private volatile Plan plan;
  private volatile List<String> domains;
  private volatile List<Folder> folders;

  Account(
      Accounts all,
      long id,
      String hashId,
      String email,
      String accessToken,
      AccountOptions options) {
    this.all = all;
    this.id = id;
    this.hashId = hashId;
    this.email = email;
    this.accessToken = accessToken;
    this.plan = options.plan();
    this.domains = options.domains();
    this.folders = options.folders();
  }

  @Override
  public long id() {
    return id;
  }

  @Override
  public String hashId() {
    return hashId;
  }

  @Override
  public String email() {
    return email;
  }

  @Override
  public String accessToken() {
    return accessToken;
  }

  @Override
  public List<String> apiKeys() {
    return apiKeys;
  }

  @Override
  public String addKey() {
    return all.addKey(this);
  }

  /** Replaces the keys; the register of all accounts knows them as well. */
  void apiKeys(List<String> keys) {
    apiKeys = List.copyOf(keys);
  }

  @Override
  public Plan plan() {
    return plan;
  }

  @Override
  public void plan(Plan plan) {
    this.plan = plan;
  }

  @Override
  public List<String> domains() {
    return domains;
  }

  @Override
  public void domains(List<String> names) {
    domains = List.copyOf(names);
  }

  @Override
  public List<Folder> folders() {
    return folders;
  }

  @Override
  public void folders(List<Folder> folders) {
    // Made into options, since the rules for folders stand there.
    this.folders = AccountOptions.defaults().withFolders(folders).folders();
  }

  /**
   * Tells what there is to know of this account itself.
   *
   * @return its state now
   */
  public AccountState state() {
    return new AccountState(
        id, hashId, new AccountOptions(email, accessToken, apiKeys, plan, domains, folders));
  }

  /**
   * Looks up a folder.
   *
   * @param folderId its id
   * @return the folder
   * @throws Refusal {@link ErrorCode#OBJECT_NOT_FOUND} if there is none
   */
  public Folder folder(int folderId) {
    return folders.stream()
        .filter(folder -> folder.id() == folderId)
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("folder", folderId));
  }

  /**
   * Decides on which domain a publication is to be.
   *
   * @param wanted the domain that the caller asks for, if any
   * @return one of the custom domains; the first one where none is asked for; empty while the
   *     account has none
   * @throws Refusal {@link ErrorCode#FEATURE_NOT_AVAILABLE} if the plan lacks custom domains,
   *     {@link ErrorCode#INTERNAL_ERROR} if the account does not have the domain (both E)
   */
  public Optional<String> domain(Optional<String> wanted) {
    if (!plan.customDomainsEnabled()) {
      if (wanted.isPresent()) {
        throw Refusal.of(
            ErrorCode.FEATURE_NOT_AVAILABLE, "The plan of this account has no custom domains.");
      }
      return Optional.empty();
    }
    List<String> own = domains;
    if (wanted.isPresent() && !own.contains(wanted.get())) {
      throw Refusal.badFormat(
          "domain: '" + wanted.get() + "' is none of this account's custom domains " + own + ".");
    }
    return wanted.isPresent() ? wanted : own.stream().findFirst();
  }

  /**
   * Changes data of this account, one change at a time.
   *
   * @param change what to do; quick, without waiting for anything
   * @param <T> what it brings
   * @return what the change brings
   */
  public <T> T write(Supplier<T> change) {
    lock.lock();
    try {
      return change.get();
    } finally {
      lock.unlock();
    }
  }

  ReentrantLock lock() {
    return lock;
  }
}
