package io.github.flippingbookemulator.internal.account;

import io.github.flippingbookemulator.account.AccountControl;
import io.github.flippingbookemulator.account.AccountOptions;
import io.github.flippingbookemulator.account.Folder;
import io.github.flippingbookemulator.account.Plan;
import io.github.flippingbookemulator.error.ErrorCode;
import io.github.flippingbookemulator.error.Refusal;
import io.github.flippingbookemulator.internal.fidelity.Reliance;
import io.github.flippingbookemulator.internal.fidelity.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * An account of the emulated service. Its publications, links and triggers are invisible to other
 * accounts.
 *
 * <p>Changes of these and of the API keys run under the account's lock, see {@link #write}. Plan,
 * domains and folders are replaced without it.
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

  /** Replaces the keys; the caller must update the key index in {@link Accounts} too. */
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
   * Returns the account's own data, without its publications, links and triggers.
   *
   * @return its current state
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
  public Folder folder(String folderId) {
    return folders.stream()
        .filter(folder -> folder.id().equals(folderId))
        .findFirst()
        .orElseThrow(
            () -> {
              Reliance.on(Statement.PUBLICATION_UNKNOWN_FOLDER);
              return Refusal.notFound("folder", folderId);
            });
  }

  /** Tells whether the account has custom domains that its plan lets it use. */
  public boolean hasDomains() {
    return plan.customDomainsEnabled() && !domains.isEmpty();
  }

  /**
   * Chooses the domain of a publication.
   *
   * @param wanted the domain in the request, if any
   * @return the wanted domain, or else the first custom domain; empty if the account or its plan
   *     has none
   * @throws Refusal {@link ErrorCode#FEATURE_NOT_AVAILABLE} if the plan lacks custom domains,
   *     {@link ErrorCode#INTERNAL_ERROR} if the account does not have the domain (both E)
   */
  public Optional<String> domain(Optional<String> wanted) {
    if (!plan.customDomainsEnabled()) {
      if (wanted.isPresent()) {
        Reliance.on(Statement.PUBLICATION_UNKNOWN_DOMAIN);
        throw Refusal.of(
            ErrorCode.FEATURE_NOT_AVAILABLE, "The plan of this account has no custom domains.");
      }
      return Optional.empty();
    }
    List<String> own = domains;
    if (wanted.isPresent() && !own.contains(wanted.get())) {
      Reliance.on(Statement.PUBLICATION_UNKNOWN_DOMAIN);
      throw Refusal.badFormat(
          "domain: '" + wanted.get() + "' is none of this account's custom domains " + own + ".");
    }
    return wanted.isPresent() ? wanted : own.stream().findFirst();
  }

  /**
   * Changes data of this account under its lock. The lock is reentrant.
   *
   * @param change must be quick and must not block
   * @param <T> the type of its result
   * @return the result of the change
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
