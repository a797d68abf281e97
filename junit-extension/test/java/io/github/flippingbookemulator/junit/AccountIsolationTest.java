package io.github.flippingbookemulator.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.account.AccountControl;
import io.github.flippingbookemulator.http.RateLimit;
import io.github.flippingbookemulator.testkit.ApiClient;
import io.github.flippingbookemulator.trigger.InboxControl;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One emulator with an account for each test. */
@Timeout(120)
class AccountIsolationTest {
  private static final Set<URI> ADDRESSES = ConcurrentHashMap.newKeySet();
  private static final Map<String, String> KEYS = new ConcurrentHashMap<>();

  @BeforeEach
  void forgetWhatWasSeen() {
    ADDRESSES.clear();
    KEYS.clear();
  }

  @FlippingBookEmulator(
      scope = Scope.SUITE,
      isolation = Isolation.ACCOUNT,
      speed = 0,
      rateLimit = RateLimit.REJECT,
      maxPublications = 3)
  static class OnAccounts {
    static URI application;
    static Emulator shared;

    @BeforeAll
    static void startTheApplication(Emulator emulator) {
      application = emulator.apiUrl();
      shared = emulator;
    }

    @RepeatedTest(20)
    void has_its_own(
        Emulator emulator,
        AccountControl account,
        @ApiKey String key,
        @ApiUrl URI url,
        InboxControl inbox) {
      ADDRESSES.add(url);
      assertThat(KEYS.put(key, "used")).isNull();
      assertThat(emulator).isSameAs(shared);
      assertThat(url).isEqualTo(application);
      assertThat(account.apiKeys()).containsExactly(key);
      ApiClient calls = new ApiClient(application, key);
      assertThat(calls.publications()).isZero();
      assertThat(inbox.messages()).isEmpty();
      calls.trigger(inbox.url(), "", "deleted");
      calls.delete(calls.create());
      assertThat(inbox.await(1)).hasSize(1);
      for (int i = 0; i < 6; i++) {
        assertThat(calls.get("/auth/me")).isEqualTo(200); // ten calls in total
      }
      assertThat(calls.get("/auth/me")).isEqualTo(429);
      assertThat(account.plan().maxPublications()).isEqualTo(3);
    }
  }

  @Test
  void tests_share_the_address_and_nothing_else() {
    Run.of(OnAccounts.class).allPass(20);
    assertThat(ADDRESSES).hasSize(1);
    assertThat(KEYS).hasSize(20);
  }

  @Test
  void at_the_same_time_too() {
    Run.parallel(OnAccounts.class).allPass(20);
    assertThat(ADDRESSES).hasSize(1);
  }

  @FlippingBookEmulator(scope = Scope.CLASS, isolation = Isolation.ACCOUNT)
  @TestInstance(Lifecycle.PER_CLASS)
  static class KeysExpire {
    private final Emulator emulator;
    private String before = "";
    @ApiKey private String key;

    KeysExpire(Emulator emulator) {
      this.emulator = emulator;
    }

    @RepeatedTest(3)
    void the_key_of_the_test_before_is_revoked() {
      assertThat(key).isNotEqualTo(before);
      assertThat(new ApiClient(emulator.apiUrl(), key).get("/auth/me")).isEqualTo(200);
      if (!before.isEmpty()) {
        assertThat(new ApiClient(emulator.apiUrl(), before).get("/auth/me")).isEqualTo(403);
      }
      before = key;
    }
  }

  @Test
  void the_key_of_a_test_ends_with_it() {
    Run.of(KeysExpire.class).allPass(3);
  }

  @FlippingBookEmulator(scope = Scope.CLASS, isolation = Isolation.ACCOUNT)
  static class FailsBesideOthers {
    @Test
    void fails(Emulator emulator, @ApiKey String key) {
      new ApiClient(emulator).get("/fbonline/folders");
      new ApiClient(emulator.apiUrl(), key).get("/fbonline/publication");
      throw new IllegalStateException("on purpose");
    }
  }

  @Test
  void the_journal_of_a_failed_test_is_that_of_its_account(@TempDir Path folder) {
    Run.reportingTo(folder, FailsBesideOthers.class);

    assertThat(folder.resolve(FailsBesideOthers.class.getName().replace('$', '.')))
        .satisfies(
            reports ->
                assertThat(reports.resolve("fails.log"))
                    .content()
                    .contains("/fbonline/publication")
                    .doesNotContain("/fbonline/folders"));
  }
}
