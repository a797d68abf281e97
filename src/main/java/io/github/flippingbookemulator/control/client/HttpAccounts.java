package io.github.flippingbookemulator.control.client;

import io.github.flippingbookemulator.account.AccountControl;
import io.github.flippingbookemulator.account.AccountOptions;
import io.github.flippingbookemulator.account.AccountsControl;
import io.github.flippingbookemulator.account.Folder;
import io.github.flippingbookemulator.account.Plan;
import io.github.flippingbookemulator.internal.control.AccountsRoutes.AccountView;
import io.github.flippingbookemulator.internal.control.AccountsRoutes.ApiKey;
import io.github.flippingbookemulator.internal.control.AccountsRoutes.Domains;
import io.github.flippingbookemulator.internal.control.AccountsRoutes.Folders;
import io.github.flippingbookemulator.internal.control.AccountsRoutes.NewAccount;
import io.github.flippingbookemulator.internal.control.AccountsRoutes.NewPlan;
import io.github.flippingbookemulator.internal.control.ControlOperation;
import java.util.List;

/** The accounts of a remote emulator. */
record HttpAccounts(ControlClient calls) implements AccountsControl {
  private static final String ALL = "/accounts";

  @Override
  public AccountControl open(AccountOptions options) {
    return account(calls.post(ALL, NewAccount.of(options), AccountView.class));
  }

  @Override
  public List<? extends AccountControl> all() {
    return calls.list(ALL, "accounts", AccountView.class).stream().map(this::account).toList();
  }

  @Override
  public AccountControl defaultAccount() {
    return all().get(0);
  }

  @Override
  public AccountControl get(long id) {
    return account(calls.get(ALL + "/" + id, AccountView.class));
  }

  @Override
  public void revoke(String key) {
    calls.post(ALL + "/revoke", new ApiKey(key));
  }

  private AccountControl account(AccountView view) {
    return new HttpAccount(
        calls, view.id(), view.hashId(), view.email(), view.accessToken(), ALL + "/" + view.id());
  }

  /** The values of an account that never change; the others are requested each time. */
  private record HttpAccount(
      ControlClient calls, long id, String hashId, String email, String accessToken, String path)
      implements AccountControl {
    @Override
    public List<String> apiKeys() {
      return now().apiKeys();
    }

    @Override
    public String addKey() {
      return calls.post(path + "/keys", new ControlOperation.Nothing(), ApiKey.class).key();
    }

    @Override
    public Plan plan() {
      return now().plan();
    }

    @Override
    public void plan(Plan plan) {
      calls.put(path + "/plan", NewPlan.of(plan));
    }

    @Override
    public List<String> domains() {
      return now().domains();
    }

    @Override
    public void domains(List<String> names) {
      calls.put(path + "/domains", new Domains(names));
    }

    @Override
    public List<Folder> folders() {
      return now().folders();
    }

    @Override
    public void folders(List<Folder> folders) {
      calls.put(path + "/folders", new Folders(folders));
    }

    private AccountView now() {
      return calls.get(path, AccountView.class);
    }
  }
}
