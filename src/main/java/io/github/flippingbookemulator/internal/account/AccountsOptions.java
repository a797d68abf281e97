package io.github.flippingbookemulator.internal.account;

import io.github.flippingbookemulator.account.AccountOptions;
import io.github.flippingbookemulator.account.Plan;
import io.github.flippingbookemulator.internal.option.Option;
import io.github.flippingbookemulator.internal.option.OptionGroup;
import io.github.flippingbookemulator.internal.option.OptionValues;
import io.github.flippingbookemulator.internal.option.StructureType;
import io.github.flippingbookemulator.internal.option.TextTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The accounts that an emulator starts with. */
public final class AccountsOptions {
  /** The API key of the default account where no other is chosen. */
  public static final String DEFAULT_API_KEY = "emulator-key";

  /** The access token of the default account where no other is chosen. */
  public static final String DEFAULT_ACCESS_TOKEN = "emulator-token";

  /** The API key of the first account. */
  public static final Option<String> API_KEY =
      new Option<>(
          "apiKey",
          OptionGroup.ACCOUNTS,
          TextTypes.Text.key("KEY"),
          null,
          "The only API key of the first account. Default: " + DEFAULT_API_KEY + ".");

  /** The access token of the first account. */
  public static final Option<String> ACCESS_TOKEN =
      new Option<>(
          "accessToken",
          OptionGroup.ACCOUNTS,
          TextTypes.Text.key("TOKEN"),
          null,
          "Access token of the first account. Default: " + DEFAULT_ACCESS_TOKEN + ".");

  /** All accounts; the first is the default account. */
  public static final Option<List<AccountOptions>> ACCOUNTS =
      new Option<>(
          "accounts",
          OptionGroup.ACCOUNTS,
          new AccountList(),
          List.of(
              new AccountOptions(
                  null,
                  DEFAULT_ACCESS_TOKEN,
                  List.of(DEFAULT_API_KEY),
                  Plan.UNLIMITED,
                  List.of(),
                  List.of())),
          "The accounts to start with: email, accessToken, apiKeys, plan, domains, folders.");

  /** All of them. */
  public static final List<Option<?>> OPTIONS = List.of(API_KEY, ACCESS_TOKEN, ACCOUNTS);

  private AccountsOptions() {}

  /** Returns the accounts to start with: the options for key and token are about the first one. */
  public static List<AccountOptions> of(OptionValues values) {
    List<AccountOptions> accounts = values.get(ACCOUNTS);
    Optional<String> key = values.find(API_KEY);
    Optional<String> token = values.find(ACCESS_TOKEN);
    if (key.isEmpty() && token.isEmpty()) {
      return accounts;
    }
    AccountOptions first = accounts.get(0);
    first = key.map(first::withApiKey).orElse(first);
    List<AccountOptions> changed = new ArrayList<>(accounts);
    changed.set(0, token.map(first::withAccessToken).orElse(first));
    return List.copyOf(changed);
  }

  private static final class AccountList extends StructureType<List<AccountOptions>> {
    AccountList() {
      super("a list with at least one account");
    }

    @Override
    protected boolean allows(List<AccountOptions> value) {
      return !value.isEmpty();
    }
  }
}
