package io.github.flippingbookemulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.account.AccountOptions;
import io.github.flippingbookemulator.journal.JournalEntry;
import io.github.flippingbookemulator.testkit.Api;
import io.github.flippingbookemulator.testkit.Api.Reply;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Ten calls in a row for each key, then one per second, as seen by callers. */
@Timeout(60)
class RateLimitTest {
  @AutoClose private Emulator emulator;
  private Api api;

  @Test
  void ten_calls_in_a_row_pass_and_the_eleventh_is_refused_until_a_second_has_gone_by() {
    start(EmulatorOptions.defaults().speed(0).rateLimit(RateLimit.REJECT));
    takeTen();

    assertThat(api.get("/auth/me").refused(429, "RateLimitExceeded")).contains("ten calls");
    emulator.clock().advance(Duration.ofMillis(999));
    api.get("/auth/me").refused(429, "RateLimitExceeded");
    emulator.clock().advance(Duration.ofMillis(1));
    api.get("/auth/me").ok();
    api.get("/auth/me").refused(429, "RateLimitExceeded");
  }

  @Test
  void a_rest_gives_one_call_a_second_back_and_never_more_than_ten() {
    start(EmulatorOptions.defaults().speed(0).rateLimit(RateLimit.REJECT));
    takeTen();
    emulator.clock().advance(Duration.ofSeconds(3));
    IntStream.range(0, 3).forEach(i -> api.get("/auth/me").ok());
    api.get("/auth/me").refused(429, "RateLimitExceeded");

    emulator.clock().advance(Duration.ofDays(1));
    takeTen();
    api.get("/auth/me").refused(429, "RateLimitExceeded");
  }

  @Test
  void a_call_that_is_refused_takes_nothing_from_the_next() {
    start(EmulatorOptions.defaults().speed(0).rateLimit(RateLimit.REJECT));
    takeTen();
    IntStream.range(0, 50).forEach(i -> api.get("/auth/me").refused(429, "RateLimitExceeded"));

    emulator.clock().advance(Duration.ofSeconds(1));

    api.get("/auth/me").ok();
  }

  @Test
  void without_a_limit_nobody_waits() {
    start(EmulatorOptions.defaults().rateLimit(RateLimit.OFF));
    IntStream.range(0, 100).forEach(i -> api.get("/auth/me").ok());

    assertThat(waits()).containsOnly(Duration.ZERO);
  }

  @Test
  void each_key_of_an_account_has_its_own_ten() {
    start(EmulatorOptions.defaults().speed(0).rateLimit(RateLimit.REJECT));
    String second = api.post("/auth/key", "").ok().text("/key");
    IntStream.range(0, 9).forEach(i -> api.get("/auth/me").ok());
    api.get("/auth/me").refused(429, "RateLimitExceeded");

    IntStream.range(0, 10).forEach(i -> api.as(second).get("/auth/me").ok());
    api.as(second).get("/auth/me").refused(429, "RateLimitExceeded");
  }

  @Test
  void an_account_cannot_use_up_the_calls_of_another() {
    start(EmulatorOptions.defaults().speed(0).rateLimit(RateLimit.REJECT));
    var other = emulator.accounts().open(AccountOptions.defaults());
    takeTen();

    api.as(other.apiKey()).get("/auth/me").ok();
  }

  @Test
  void calls_without_a_valid_key_count_for_nobody() {
    start(EmulatorOptions.defaults().speed(0).rateLimit(RateLimit.REJECT));
    for (int i = 0; i < 30; i++) {
      api.as("unknown").get("/auth/me").refused(403, "InvalidApiKey");
      api.send(api.rawRequest("/api/v1/auth/me")).refused(401, "NoAuthorizationHeader");
      api.get("/no/such/endpoint").refused(404, "NotFound");
    }

    takeTen();
  }

  @Test
  void calls_that_fail_later_than_at_the_key_count() {
    start(EmulatorOptions.defaults().speed(0).rateLimit(RateLimit.REJECT));
    IntStream.range(0, 10)
        .forEach(i -> api.post("/fbonline/publication", "{{{").refused(400, "InvalidData"));

    api.post("/fbonline/publication", "{{{").refused(429, "RateLimitExceeded");
  }

  @Test
  void on_a_frozen_clock_the_answer_comes_at_once_and_the_journal_has_the_wait() {
    start(EmulatorOptions.defaults().speed(0));
    takeTen();

    IntStream.range(0, 40).forEach(i -> api.get("/auth/me").ok());

    assertThat(waits().subList(0, 10)).containsOnly(Duration.ZERO);
    assertThat(waits().subList(10, 50)).containsOnly(Duration.ofSeconds(1));
  }

  @Test
  void the_limit_works_in_any_century() {
    start(EmulatorOptions.defaults().speed(0).rateLimit(RateLimit.REJECT));
    for (int i = 0; i < 5; i++) {
      takeTen();
      api.get("/auth/me").refused(429, "RateLimitExceeded");
      emulator.clock().advance(Duration.ofDays(365 * 123));
    }
  }

  private void start(EmulatorOptions options) {
    emulator = Emulator.start(options);
    api = new Api(emulator);
  }

  private void takeTen() {
    List<CompletableFuture<Reply>> ten =
        Stream.generate(() -> api.getLater("/auth/me")).limit(10).toList();
    ten.forEach(reply -> reply.join().ok());
  }

  private List<Duration> waits() {
    return emulator.journal().requests().stream().map(JournalEntry.Request::waited).toList();
  }
}
