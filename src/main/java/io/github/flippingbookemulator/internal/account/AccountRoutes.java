package io.github.flippingbookemulator.internal.account;

import io.github.flippingbookemulator.internal.fidelity.Reliance;
import io.github.flippingbookemulator.internal.fidelity.Statement;
import io.github.flippingbookemulator.internal.http.Access;
import io.github.flippingbookemulator.internal.http.Answer;
import io.github.flippingbookemulator.internal.http.Authentication;
import io.github.flippingbookemulator.internal.http.Call;
import io.github.flippingbookemulator.internal.http.Endpoints;
import java.util.Map;
import java.util.Optional;

/**
 * The endpoints for keys, the account, its domains and folders; and the authentication of calls.
 */
public final class AccountRoutes implements Authentication<Account> {
  private static final String KEY = Endpoints.API + "/auth/key";

  private final Accounts accounts;

  /**
   * Creates the routes.
   *
   * @param accounts all accounts
   */
  public AccountRoutes(Accounts accounts) {
    this.accounts = accounts;
  }

  /**
   * Adds the endpoints to the table.
   *
   * @param endpoints the table
   */
  public void addTo(Endpoints<Account> endpoints) {
    endpoints.add("GET", KEY, Access.API_KEY_OR_TOKEN_IN_QUERY, this::keys);
    endpoints.add("POST", KEY, Access.API_KEY_OR_TOKEN_IN_BODY, this::addKey);
    endpoints.delete("/auth/key", this::revokeKey);
    endpoints.get("/auth/me", this::me);
    endpoints.get("/fbonline/custom-domains", this::customDomains);
    endpoints.get("/fbonline/folders", this::folders);
    endpoints.add("GET", Endpoints.SIGN_ON_PAGE, Access.SIGN_ON_PAGE, this::accessToken);
  }

  @Override
  public Optional<Account> byKey(String key) {
    return accounts.byKey(key);
  }

  @Override
  public Optional<Account> byAccessToken(String token) {
    return accounts.byAccessToken(token);
  }

  @Override
  public void revoke(String key) {
    accounts.revoke(key);
  }

  @Override
  public long id(Account account) {
    return account.id();
  }

  private Answer keys(Call<Account> call) {
    return Answer.ok().and("keys", call.account().apiKeys());
  }

  private Answer addKey(Call<Account> call) {
    call.body().check();
    return Answer.ok().and("key", call.account().addKey());
  }

  private Answer revokeKey(Call<Account> call) {
    call.body().check();
    accounts.revoke(call.apiKey());
    return Answer.ok();
  }

  private Answer me(Call<Account> call) {
    return Answer.ok().and("id", call.account().id()).and("email", call.account().email());
  }

  private Answer customDomains(Call<Account> call) {
    return Answer.ok()
        .and("customDomainsEnabled", call.account().plan().customDomainsEnabled())
        .and("customDomains", call.account().domains());
  }

  private Answer folders(Call<Account> call) {
    return Answer.ok().and("folders", call.account().folders());
  }

  /** Replaces the page of the sign-on service from which people copy their token (E). */
  private Answer accessToken(Call<Account> call) {
    Reliance.on(Statement.ACCOUNT_ACCESS_TOKEN_PAGE);
    return new Answer.Plain(Map.of("AccessToken", accounts.defaultAccount().accessToken()));
  }
}
