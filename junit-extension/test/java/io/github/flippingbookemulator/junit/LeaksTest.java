package io.github.flippingbookemulator.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.account.AccountControl;
import io.github.flippingbookemulator.http.RateLimit;
import io.github.flippingbookemulator.source.Pace;
import io.github.flippingbookemulator.testkit.ApiClient;
import io.github.flippingbookemulator.trigger.InboxControl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.opentest4j.AssertionFailedError;

/** Leaks can make a test fail. */
@Timeout(120)
class LeaksTest {
  private static final String PATH = "/fbonline/publication";

  private static String leak(Class<?> sample) {
    Throwable failure = Run.of(sample).failure();
    assertThat(failure)
        .isInstanceOf(AssertionFailedError.class)
        .hasMessageStartingWith("The test passed, but left this behind")
        .hasMessageContaining("@FlippingBookEmulator on class " + sample.getName());
    String message = String.valueOf(failure.getMessage());
    return message.substring(message.indexOf('\n')).strip();
  }

  @FlippingBookEmulator(failOn = Leak.UNKNOWN_ENDPOINTS)
  static class UnknownEndpoint {
    @Test
    void leaks(Emulator emulator) {
      assertThat(new ApiClient(emulator).get("/fbonline/publications")).isEqualTo(404);
    }

    @Test
    void an_unknown_object_is_none(Emulator emulator) {
      assertThat(new ApiClient(emulator).get(PATH + "/0123456789abcdef")).isEqualTo(404);
    }
  }

  @Test
  void a_call_of_an_unknown_endpoint() {
    assertThat(leak(UnknownEndpoint.class))
        .isEqualTo("unknown endpoint: GET /api/v1/fbonline/publications");
  }

  @FlippingBookEmulator(failOn = Leak.UNANSWERED_WEBHOOKS)
  static class UnansweredWebhook {
    @Test
    void leaks(Emulator emulator, InboxControl inbox) {
      ApiClient calls = new ApiClient(emulator);
      calls.trigger(inbox.url(), "", "deleted");
      emulator.deliveries().hold();
      calls.delete(calls.create());
    }

    @Test
    void one_that_is_answered_is_none(Emulator emulator, InboxControl inbox) {
      ApiClient calls = new ApiClient(emulator);
      calls.trigger(inbox.url(), "", "deleted");
      inbox.react(1, new InboxControl.Reaction.Status(500));
      calls.delete(calls.create());
      inbox.await(2);
      emulator.settle();
    }
  }

  @Test
  void a_webhook_that_is_not_answered() {
    assertThat(leak(UnansweredWebhook.class))
        .matches(
            "unanswered webhook: deleted to http://.*/_emulator/inbox/test \\(not tried yet\\)");
  }

  @FlippingBookEmulator(
      speed = 0,
      rateLimit = RateLimit.REJECT,
      failOn = Leak.SWALLOWED_RATE_LIMITS)
  static class SwallowedRateLimit {
    @Test
    void leaks(Emulator emulator) {
      ApiClient calls = new ApiClient(emulator);
      callUntilRefused(calls);
      emulator.clock().advance(java.time.Duration.ofSeconds(30));
      assertThat(calls.get(PATH + "?count=2")).isEqualTo(200);
    }

    @Test
    void one_that_is_made_good_is_none(Emulator emulator) {
      ApiClient calls = new ApiClient(emulator);
      callUntilRefused(calls);
      emulator.clock().advance(java.time.Duration.ofSeconds(30));
      assertThat(calls.get(PATH)).isEqualTo(200);
    }

    private static void callUntilRefused(ApiClient calls) {
      int status = 200;
      while (status == 200) {
        status = calls.get(PATH);
      }
      assertThat(status).isEqualTo(429);
    }
  }

  @Test
  void a_429_that_nobody_cared_about() {
    assertThat(leak(SwallowedRateLimit.class))
        .isEqualTo("429 that was never made good: GET /api/v1/fbonline/publication");
  }

  @FlippingBookEmulator(pace = Pace.MANUAL, failOn = Leak.RUNNING_CONVERSIONS)
  static class RunningConversion {
    @Test
    void leaks(Emulator emulator) {
      new ApiClient(emulator).publish();
    }

    @Test
    void one_that_has_ended_is_none(Emulator emulator) {
      new ApiClient(emulator).publish();
      emulator.conversions().finishAll();
    }
  }

  @Test
  void a_conversion_that_has_not_ended() {
    assertThat(leak(RunningConversion.class))
        .matches("running conversion: source \\w{32} of publication \\w{32} is WaitAutoQueue");
  }

  @FlippingBookEmulator(
      pace = Pace.MANUAL,
      failOn = {Leak.RUNNING_CONVERSIONS, Leak.UNKNOWN_ENDPOINTS})
  static class SeveralLeaks {
    @Test
    void leaks(Emulator emulator) {
      new ApiClient(emulator).publish();
      new ApiClient(emulator).get("/nothing");
    }
  }

  @Test
  void several_leaks_are_reported_together() {
    assertThat(leak(SeveralLeaks.class).lines()).hasSize(2);
  }

  @FlippingBookEmulator(failOn = Leak.UNKNOWN_ENDPOINTS)
  static class FailsAnyway {
    @Test
    void in_the_test(Emulator emulator) {
      new ApiClient(emulator).get("/nothing");
      throw new IllegalStateException("on purpose");
    }
  }

  @FlippingBookEmulator(failOn = Leak.UNKNOWN_ENDPOINTS)
  static class FailsAfterwards {
    @Test
    void in_the_end(Emulator emulator) {
      new ApiClient(emulator).get("/nothing");
    }

    @AfterEach
    void after() {
      throw new IllegalStateException("on purpose");
    }
  }

  @Test
  void a_test_that_fails_anyway_fails_for_its_own_reason() {
    for (Class<?> sample : new Class<?>[] {FailsAnyway.class, FailsAfterwards.class}) {
      assertThat(Run.of(sample).failure()).hasMessage("on purpose").hasNoSuppressedExceptions();
    }
  }

  @FlippingBookEmulator
  static class NotAsked {
    @Test
    void leaks(Emulator emulator) {
      new ApiClient(emulator).get("/nothing");
    }
  }

  @Test
  void nothing_is_a_leak_unless_it_was_chosen() {
    Run.of(NotAsked.class).allPass(1);
  }

  @FlippingBookEmulator(
      scope = Scope.CLASS,
      pace = Pace.MANUAL,
      failOn = {Leak.UNKNOWN_ENDPOINTS, Leak.RUNNING_CONVERSIONS, Leak.UNANSWERED_WEBHOOKS})
  @TestMethodOrder(MethodOrderer.MethodName.class)
  static class OneAfterTheOther {
    @Test
    void a_leaks(Emulator emulator, InboxControl inbox) {
      ApiClient calls = new ApiClient(emulator);
      calls.publish();
      calls.get("/nothing");
      emulator.deliveries().hold();
      calls.trigger(inbox.url(), "", "deleted");
      calls.delete(calls.create());
    }

    @Test
    void b_does_not(Emulator emulator) {
      new ApiClient(emulator).create();
    }
  }

  @Test
  void on_a_shared_emulator_only_what_is_new_counts() {
    Run run = Run.of(OneAfterTheOther.class);

    assertThat(String.valueOf(run.failure().getMessage()).lines()).hasSize(4);
    assertThat(run.testsPassed()).isEqualTo(1);
  }

  @FlippingBookEmulator(
      scope = Scope.CLASS,
      isolation = Isolation.ACCOUNT,
      pace = Pace.MANUAL,
      failOn = {Leak.UNKNOWN_ENDPOINTS, Leak.RUNNING_CONVERSIONS})
  static class OnAccounts {
    @Test
    void another_account_is_not_mine(Emulator emulator, AccountControl account) {
      ApiClient other = new ApiClient(emulator);
      other.publish();
      other.get("/nothing");
    }
  }

  @FlippingBookEmulator(
      scope = Scope.CLASS,
      isolation = Isolation.ACCOUNT,
      pace = Pace.MANUAL,
      failOn = {Leak.UNKNOWN_ENDPOINTS, Leak.RUNNING_CONVERSIONS})
  static class OnOwnAccount {
    @Test
    void leaks(Emulator emulator, @ApiKey String key) {
      ApiClient mine = new ApiClient(emulator.apiUrl(), key);
      mine.publish();
      mine.get("/nothing");
    }
  }

  @Test
  void on_accounts_of_their_own_each_answers_for_its_own() {
    Run.of(OnAccounts.class).allPass(1);
    assertThat(leak(OnOwnAccount.class).lines()).hasSize(2);
  }
}
