package io.github.flippingbookemulator.internal.control;

import static io.github.flippingbookemulator.internal.control.ControlCall.known;

import io.github.flippingbookemulator.account.AccountControl;
import io.github.flippingbookemulator.account.AccountOptions;
import io.github.flippingbookemulator.account.Folder;
import io.github.flippingbookemulator.account.Plan;
import io.github.flippingbookemulator.control.EmulatorControl;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The accounts and their keys, plans, domains and folders over HTTP. */
public final class AccountsRoutes {
  private static final String ONE = "/accounts/{accountId}";

  private final EmulatorControl emulator;

  AccountsRoutes(EmulatorControl emulator) {
    this.emulator = emulator;
  }

  /** The current state of an account. */
  public record AccountView(
      long id,
      String hashId,
      String email,
      String accessToken,
      List<String> apiKeys,
      Plan plan,
      List<String> domains,
      List<Folder> folders) {
    static AccountView of(AccountControl account) {
      return new AccountView(
          account.id(),
          account.hashId(),
          account.email(),
          account.accessToken(),
          account.apiKeys(),
          account.plan(),
          account.domains(),
          account.folders());
    }
  }

  /** The initial state of an account; null values get the defaults of {@link AccountOptions}. */
  public record NewAccount(
      @Nullable String email,
      @Nullable String accessToken,
      @Nullable List<String> apiKeys,
      @Nullable NewPlan plan,
      @Nullable List<String> domains,
      @Nullable List<Folder> folders) {
    public static NewAccount of(AccountOptions options) {
      return new NewAccount(
          options.email(),
          options.accessToken(),
          options.apiKeys(),
          NewPlan.of(options.plan()),
          options.domains(),
          options.folders());
    }

    AccountOptions options() {
      return new AccountOptions(
          email,
          accessToken,
          Objects.requireNonNullElse(apiKeys, List.of()),
          plan == null ? Plan.UNLIMITED : plan.plan(),
          Objects.requireNonNullElse(domains, List.of()),
          Objects.requireNonNullElse(folders, List.of()));
    }
  }

  /** A plan; a null value means unlimited. */
  public record NewPlan(
      @Nullable Integer maxPublications,
      @Nullable Integer maxTrackedLinks,
      @Nullable Integer maxTriggers,
      @Nullable Boolean customDomainsEnabled) {
    public static NewPlan of(Plan plan) {
      return new NewPlan(
          plan.maxPublications(),
          plan.maxTrackedLinks(),
          plan.maxTriggers(),
          plan.customDomainsEnabled());
    }

    Plan plan() {
      return new Plan(
          Objects.requireNonNullElse(maxPublications, Plan.UNLIMITED.maxPublications()),
          Objects.requireNonNullElse(maxTrackedLinks, Plan.UNLIMITED.maxTrackedLinks()),
          Objects.requireNonNullElse(maxTriggers, Plan.UNLIMITED.maxTriggers()),
          Objects.requireNonNullElse(customDomainsEnabled, true));
    }
  }

  public record ApiKey(String key) {}

  public record Domains(List<String> domains) {}

  public record Folders(List<Folder> folders) {}

  void addTo(ControlEndpoints table) {
    table.ask(
        "GET",
        "/accounts",
        "List the accounts; the first one is the default account.",
        call ->
            Map.of("accounts", emulator.accounts().all().stream().map(AccountView::of).toList()));
    table.ask(
        "POST",
        "/accounts",
        "Open an account.",
        call -> AccountView.of(emulator.accounts().open(call.body(NewAccount.class).options())));
    table.act(
        "POST",
        "/accounts/revoke",
        "Revoke an API key.",
        call -> emulator.accounts().revoke(call.body(ApiKey.class).key()));
    table.ask("GET", ONE, "Read an account.", call -> AccountView.of(account(call)));
    table.ask(
        "POST",
        ONE + "/keys",
        "Make a new API key.",
        call -> {
          call.body(ControlOperation.Nothing.class);
          return new ApiKey(account(call).addKey());
        });
    table.act(
        "PUT",
        ONE + "/plan",
        "Change what an account may have; what is not said becomes unlimited.",
        call -> account(call).plan(call.body(NewPlan.class).plan()));
    table.act(
        "PUT",
        ONE + "/domains",
        "Set the custom domains of an account.",
        call -> account(call).domains(call.body(Domains.class).domains()));
    table.act(
        "PUT",
        ONE + "/folders",
        "Set the folders of an account.",
        call -> account(call).folders(call.body(Folders.class).folders()));
  }

  private AccountControl account(ControlCall call) {
    return known(() -> emulator.accounts().get(call.number("accountId")));
  }
}
