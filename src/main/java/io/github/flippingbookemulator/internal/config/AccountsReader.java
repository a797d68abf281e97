package io.github.flippingbookemulator.internal.config;

import io.github.flippingbookemulator.account.AccountOptions;
import io.github.flippingbookemulator.account.Folder;
import io.github.flippingbookemulator.account.Plan;
import io.github.flippingbookemulator.internal.account.AccountsOptions;
import io.github.flippingbookemulator.internal.option.ChoiceTypes;
import io.github.flippingbookemulator.internal.option.NumberTypes;
import io.github.flippingbookemulator.internal.option.OptionException;
import io.github.flippingbookemulator.internal.option.TextTypes;
import io.github.flippingbookemulator.internal.option.ValueType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads the accounts of a configuration file. Where the first one names no key or token it gets the
 * default ones, so that the same calls work with and without a file.
 */
final class AccountsReader {
  private static final List<String> KEYS =
      List.of("email", "accessToken", "apiKeys", "plan", "domains", "folders");

  /** A limit that the plan does not name is none. */
  private static final ValueType<Integer> LIMIT = new NumberTypes.WholeNumber(0, Integer.MAX_VALUE);

  private static final ValueType<String> KEY = TextTypes.Text.key("KEY");
  private static final ValueType<String> HOST = new TextTypes.Host();
  private static final ValueType<Boolean> SWITCH = new ChoiceTypes.Switch();

  private final Set<String> keys = new HashSet<>();
  private final Set<String> tokens = new HashSet<>();

  /**
   * Reads the list of accounts.
   *
   * @throws OptionException about the first thing that is wrong with it
   */
  List<AccountOptions> read(ConfigFile list) {
    List<AccountOptions> accounts = new ArrayList<>();
    for (ConfigFile account : list.elements()) {
      accounts.add(account(account, accounts.isEmpty()));
    }
    if (accounts.isEmpty()) {
      throw list.wrong("accounts must have at least one account");
    }
    return accounts;
  }

  private AccountOptions account(ConfigFile account, boolean first) {
    account.requireOnly(KEYS);
    List<String> apiKeys = list(account, "apiKeys", key -> unique(key, key.as(KEY), keys));
    if (apiKeys.size() > AccountOptions.MAX_KEYS) {
      throw account
          .get("apiKeys")
          .wrong(
              "an account has at most "
                  + AccountOptions.MAX_KEYS
                  + " API keys, not "
                  + apiKeys.size());
    }
    return new AccountOptions(
        account.find("email").map(email -> email.as(ConfigFile.TEXT)).orElse(null),
        account
            .find("accessToken")
            .map(token -> unique(token, token.as(KEY), tokens))
            .orElse(first ? AccountsOptions.DEFAULT_ACCESS_TOKEN : null),
        apiKeys.isEmpty() && first ? List.of(AccountsOptions.DEFAULT_API_KEY) : apiKeys,
        account.find("plan").map(AccountsReader::plan).orElse(Plan.UNLIMITED),
        list(account, "domains", domain -> domain.as(HOST)),
        folders(account));
  }

  private static Plan plan(ConfigFile plan) {
    plan.requireOnly(
        List.of("maxPublications", "maxTrackedLinks", "maxTriggers", "customDomainsEnabled"));
    return new Plan(
        limit(plan, "maxPublications"),
        limit(plan, "maxTrackedLinks"),
        limit(plan, "maxTriggers"),
        plan.find("customDomainsEnabled").map(enabled -> enabled.as(SWITCH)).orElse(true));
  }

  private static int limit(ConfigFile plan, String key) {
    return plan.find(key).map(limit -> limit.as(LIMIT)).orElse(Integer.MAX_VALUE);
  }

  private static List<Folder> folders(ConfigFile account) {
    Set<String> ids = new HashSet<>();
    return list(
        account,
        "folders",
        folder -> {
          folder.requireOnly(List.of("id", "name"));
          return new Folder(
              unique(folder.get("id"), folder.get("id").id(), ids),
              folder.get("name").as(ConfigFile.TEXT));
        });
  }

  private static <T> List<T> list(ConfigFile account, String key, Function<ConfigFile, T> reader) {
    return account.find(key).map(ConfigFile::elements).orElse(List.of()).stream()
        .map(reader)
        .toList();
  }

  private static String unique(ConfigFile part, String value, Set<String> taken) {
    if (!taken.add(value)) {
      throw part.wrong(
          part.name() + " must differ from the ones before, but '" + value + "' does not");
    }
    return value;
  }
}
