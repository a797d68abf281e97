package io.github.flippingbookemulator.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.error.Refusal;
import io.github.flippingbookemulator.http.RateLimit;
import io.github.flippingbookemulator.internal.account.Accounts;
import io.github.flippingbookemulator.internal.store.Ids;
import io.github.flippingbookemulator.testkit.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The keys of an account, and its other data. */
class KeysTest {
  @AutoClose
  private final Emulator emulator =
      Emulator.start(EmulatorOptions.defaults().rateLimit(RateLimit.OFF));

  private final Api api = new Api(emulator);

  @Test
  void an_account_has_ten_keys_at_most_and_gets_another_when_one_is_revoked() {
    List<String> keys = new ArrayList<>(List.of(emulator.apiKey()));
    for (int i = 1; i < 10; i++) {
      keys.add(api.post("/auth/key", "{}").ok().text("/key"));
    }
    assertThat(keys).doesNotHaveDuplicates();
    assertThat(keys()).isEqualTo(keys);
    assertThat(api.post("/auth/key", "{}").refused(403, "KeyLimitExceeded")).contains("10");
    assertThat(keys()).isEqualTo(keys);

    api.as(keys.remove(3)).delete("/auth/key").ok();
    keys.add(api.post("/auth/key", "{}").ok().text("/key"));

    assertThat(keys()).isEqualTo(keys);
    assertThat(keys).allSatisfy(key -> api.as(key).get("/auth/me").ok());
  }

  @Test
  void threads_that_ask_at_once_get_nine_more_keys_in_all() {
    for (int round = 0; round < 1000; round++) {
      AccountsControl accounts = new Accounts(new Ids(round), secret -> {});
      AccountControl account = accounts.open(AccountOptions.defaults());

      long made = IntStream.range(0, 40).parallel().filter(i -> getsKey(accounts, account)).count();

      assertThat(made).isEqualTo(9);
      assertThat(account.apiKeys()).hasSize(10).doesNotHaveDuplicates();
    }
  }

  @Test
  void each_account_has_ten_keys_of_its_own() {
    AccountControl other = emulator.accounts().open(AccountOptions.defaults());
    Api others = api.as(other.apiKey());
    for (int i = 1; i < 10; i++) {
      api.post("/auth/key", "").ok();
    }

    others.post("/auth/key", "").ok();

    assertThat(others.get("/auth/key").at("/keys")).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "5", "'text'", "null"})
  void a_body_that_is_no_object_changes_nothing(String body) {
    api.post("/auth/key", body).refused(500, "InternalError");

    assertThat(keys()).containsExactly("emulator-key");
  }

  @Test
  void an_account_says_who_it_is() {
    assertThat(api.get("/auth/me").ok().at("/id").isIntegralNumber()).isTrue();
    assertThat(api.get("/auth/me").text("/email")).isEqualTo("account-1@example.com");
  }

  @Test
  void an_account_starts_without_domains_and_folders() {
    assertThat(api.get("/fbonline/custom-domains").ok().at("/customDomainsEnabled").booleanValue())
        .isTrue();
    assertThat(api.get("/fbonline/custom-domains").at("/customDomains")).isEmpty();
    assertThat(api.get("/fbonline/folders").ok().at("/folders")).isEmpty();
  }

  @Test
  void domains_and_folders_that_are_set_are_listed_for_this_account_only() {
    AccountControl account = emulator.accounts().defaultAccount();
    account.domains(List.of("b.example.com", "a.example.com"));
    account.folders(List.of(new Folder("7", "Spring"), new Folder("3", "Autumn")));
    account.plan(new Plan(1, 1, 1, false));
    AccountControl other = emulator.accounts().open(AccountOptions.defaults());
    Api others = api.as(other.apiKey());

    assertThat(api.get("/fbonline/custom-domains").ok().json())
        .hasToString(
            "{\"success\":true,\"customDomainsEnabled\":false,"
                + "\"customDomains\":[\"b.example.com\",\"a.example.com\"]}");
    assertThat(api.get("/fbonline/folders").ok().at("/folders"))
        .hasToString("[{\"id\":\"7\",\"name\":\"Spring\"},{\"id\":\"3\",\"name\":\"Autumn\"}]");
    assertThat(others.get("/fbonline/folders").ok().at("/folders")).isEmpty();
  }

  @Test
  void a_key_or_token_belongs_to_one_account_only() {
    AccountsControl accounts = emulator.accounts();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> accounts.open(AccountOptions.defaults().withApiKey("emulator-key")))
        .withMessageContaining("emulator-key");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> accounts.open(AccountOptions.defaults().withAccessToken("emulator-token")))
        .withMessageContaining("emulator-token");
    assertThat(accounts.all()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "two words", " key", "key\n", "schlüssel"})
  void a_key_that_no_header_could_carry_is_refused_at_the_start(String key) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AccountOptions.defaults().withApiKey(key))
        .withMessageContaining("'" + key + "'");
  }

  @Test
  void the_same_key_twice_is_refused_at_the_start() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new AccountOptions(
                    null, null, List.of("a", "a"), Plan.UNLIMITED, List.of(), List.of()))
        .withMessageContaining("differ");
  }

  private static boolean getsKey(AccountsControl accounts, AccountControl account) {
    try {
      account.addKey();
      return true;
    } catch (Refusal limit) {
      return false;
    }
  }

  private List<String> keys() {
    List<String> keys = new ArrayList<>();
    api.get("/auth/key").ok().at("/keys").forEach(key -> keys.add(key.textValue()));
    return keys;
  }
}
