package io.github.flippingbookemulator.junit;

import static io.github.flippingbookemulator.assertj.EmulatorAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.account.AccountControl;
import io.github.flippingbookemulator.control.EmulatorControl;
import io.github.flippingbookemulator.testkit.ApiClient;
import io.github.flippingbookemulator.trigger.InboxControl;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Tests with an emulator in another process, which is simulated by one in this JVM. */
class RemoteEmulatorTest {
  private static final String URL = "${flippingbook.emulator.of.this.test}";

  static Emulator process;

  @BeforeAll
  static void start() {
    process = Emulator.start(EmulatorOptions.defaults().port(0).speed(0));
    System.setProperty("flippingbook.emulator.of.this.test", process.uri().toString());
  }

  @AfterAll
  static void stop() {
    System.clearProperty("flippingbook.emulator.of.this.test");
    process.close();
  }

  static final class OnePublication implements Baseline {
    @Override
    public void prepare(EmulatorControl flippingBook) {
      new ApiClient(flippingBook).publish();
    }
  }

  @FlippingBookEmulator(url = URL)
  static class SteersItFromAfar {
    @RepeatedTest(3)
    void publishes(EmulatorControl flippingBook, InboxControl inbox, @ApiKey String key) {
      assertThat(flippingBook.uri()).isEqualTo(process.uri());
      assertThat(flippingBook).publications().isEmpty();
      ApiClient calls = new ApiClient(flippingBook.apiUrl(), key);
      calls.trigger(inbox.url(), "", "deleted");
      String id = calls.publish();
      flippingBook.clock().advance(Duration.ofMinutes(1));
      assertThat(flippingBook).publication(id).isConverted().hasPages(1);

      calls.delete(id);
      assertThat(inbox.await(1).get(0).body()).contains("deleted");
      assertThat(flippingBook).deliveries().ofEvent("deleted").hasSize(1);
    }

    @Test
    @FlippingBookEmulator(url = URL, baseline = OnePublication.class)
    void starts_from_a_baseline(EmulatorControl flippingBook) {
      assertThat(flippingBook).publications().hasSize(1);
    }
  }

  @Test
  void each_test_finds_it_clean_and_can_do_what_it_could_in_the_same_jvm() {
    Run.of(SteersItFromAfar.class).allPass(4);
  }

  @FlippingBookEmulator(url = URL, scope = Scope.SUITE, isolation = Isolation.ACCOUNT)
  static class SharesIt {
    @RepeatedTest(8)
    void publishes(EmulatorControl flippingBook, AccountControl account) {
      new ApiClient(flippingBook.apiUrl(), account.apiKey()).publish();
      assertThat(flippingBook).inAccount(account).publications().hasSize(1);
    }
  }

  @Test
  void tests_that_run_at_the_same_time_share_it_with_an_account_each() {
    Run.parallel(SharesIt.class).allPass(8);
  }

  @FlippingBookEmulator(url = URL)
  static class AsksForTheOneInThisJvm {
    @Test
    void never_runs(Emulator flippingBook) {}
  }

  @FlippingBookEmulator(url = URL, speed = 10)
  static class ChoosesOptions {
    @Test
    void never_runs(EmulatorControl flippingBook) {}
  }

  @FlippingBookEmulator(url = "http://127.0.0.1:1")
  static class FindsNobody {
    @Test
    void never_runs(EmulatorControl flippingBook) {}
  }

  @FlippingBookEmulator(url = "${nobody.set.this}")
  static class HasNoAddress {
    @Test
    void never_runs(EmulatorControl flippingBook) {}
  }

  @Test
  void what_cannot_be_is_told_with_what_to_write_instead() {
    assertThat(Run.of(AsksForTheOneInThisJvm.class).failure())
        .hasMessageContaining("ask for EmulatorControl instead of Emulator");
    assertThat(Run.of(ChoosesOptions.class).failure())
        .hasMessageContaining("Leave the others out here, or steer it in the test");
    assertThat(Run.of(HasNoAddress.class).failure())
        .hasMessageContaining("url = \"${nobody.set.this}\" names a configuration parameter");
    assertThat(Run.of(FindsNobody.class).failure())
        .hasMessageContaining("no emulator can be steered at http://127.0.0.1:1")
        .hasMessageContaining("Start one there, or leave url out");
  }
}
