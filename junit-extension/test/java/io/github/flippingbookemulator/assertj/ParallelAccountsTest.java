package io.github.flippingbookemulator.assertj;

import static io.github.flippingbookemulator.assertj.EmulatorAssertions.assertThat;
import static io.github.flippingbookemulator.assertj.FailingAssertion.message;
import static io.github.flippingbookemulator.assertj.FailingAssertion.timeline;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.account.AccountControl;
import io.github.flippingbookemulator.account.AccountOptions;
import io.github.flippingbookemulator.testkit.ApiClient;
import io.github.flippingbookemulator.testkit.TestEmulator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Tests that share an emulator, each in an account of its own. */
class ParallelAccountsTest {
  @AutoClose private final Emulator emulator = Emulator.start(TestEmulator.IMMEDIATE);
  private final ApiClient client = new ApiClient(emulator);

  @Test
  void each_account_is_judged_by_what_is_its_own() {
    List<AccountControl> accounts =
        IntStream.range(0, 6)
            .mapToObj(i -> emulator.accounts().open(AccountOptions.defaults()))
            .toList();

    List<String> judged = accounts.parallelStream().map(this::publishAndJudge).toList();

    assertThat(judged).doesNotHaveDuplicates().hasSize(6);
    assertThat(emulator).publications().hasSize(6);
    assertThat(emulator).deliveries().ofEvent("created").hasSize(6);
  }

  private String publishAndJudge(AccountControl account) {
    ApiClient own = new ApiClient(emulator, account);
    String name = "Of " + account.id();
    own.trigger(emulator.inbox("shop").url(), "", "created");
    String id = own.publish(name, (int) account.id());
    own.send("GET", "/fbonline/publication/unknown", "");

    EmulatorAssert mine = assertThat(emulator).inAccount(account);
    mine.publication(id).isConverted().hasPages((int) account.id());
    mine.publications().single().hasName(name);
    mine.deliveries().ofEvent("created").single().hasProperty("publicationId", id);
    mine.requests().hasSize(3).withCode("ObjectNotFound").hasSize(1);
    return id;
  }

  @Test
  void a_call_whose_key_is_unknown_belongs_to_no_account() {
    AccountControl account = emulator.accounts().defaultAccount();
    new ApiClient(emulator.apiUrl(), "unknown").send("GET", "/fbonline/folders", "");

    assertThat(emulator).requests().withCode("InvalidApiKey").hasSize(1);
    assertThat(emulator).inAccount(account).requests().isEmpty();
    assertThat(timeline(() -> assertThat(emulator).inAccount(account).requests().isNotEmpty()))
        .singleElement()
        .asString()
        .contains("InvalidApiKey");
  }

  @Test
  void a_failure_shows_nothing_of_other_accounts() {
    AccountControl stranger = emulator.accounts().open(AccountOptions.defaults());
    client.trigger(emulator.inbox("shop").url(), "", "created");
    client.publish("Mine", 1);
    new ApiClient(emulator, stranger).publish("Foreign", 1);

    String message =
        message(
            () ->
                assertThat(emulator)
                    .inAccount(stranger)
                    .deliveries()
                    .ofEvent("created")
                    .hasSize(1));

    assertThat(message)
        .startsWith(
            """
            Expected 1 delivery of event 'created' in account 2, but there are none.

            About event 'created':
              it has happened 1 time in account 2
              there is no trigger in account 2 but the automatic ones of links

            Timeline, newest last:
            """)
        .contains("PublicationCreated")
        .doesNotContain("webhook", "/triggers");
  }
}
