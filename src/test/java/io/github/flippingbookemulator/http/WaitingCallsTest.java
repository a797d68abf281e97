package io.github.flippingbookemulator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.testkit.Api;
import io.github.flippingbookemulator.testkit.Api.Reply;
import io.github.flippingbookemulator.testkit.ServerThreads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Calls that wait for the rate limit. The clock runs so slowly that nothing becomes due while a
 * test runs, unless the test moves the clock.
 */
@Timeout(60)
class WaitingCallsTest {
  private static final double CRAWL = 1e-9;

  @AutoClose private Emulator emulator;
  private Api api;

  @Test
  void the_nth_waiting_call_waits_n_seconds() {
    List<CompletableFuture<Reply>> waiting = startWithWaiting(5);

    emulator.clock().advance(Duration.ofMillis(999));
    health();
    assertThat(answered(waiting)).isZero();
    emulator.clock().advance(Duration.ofMillis(1));
    for (int n = 1; n <= 5; n++) {
      int soFar = n;
      await().untilAsserted(() -> assertThat(answered(waiting)).isEqualTo(soFar));
      health();
      assertThat(answered(waiting)).isEqualTo(n);
      emulator.clock().advance(Duration.ofSeconds(1));
    }

    assertThat(waits()).containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void a_running_clock_lets_them_pass_by_itself() {
    start(EmulatorOptions.defaults().speed(100));

    send(40).forEach(reply -> reply.join().ok());

    assertThat(waits()).isNotEmpty();
  }

  @Test
  void a_place_that_becomes_free_can_be_taken_and_only_once() {
    List<CompletableFuture<Reply>> waiting = startWithWaiting(3);
    emulator.clock().advance(Duration.ofSeconds(1));
    await().until(() -> answered(waiting) == 1);

    List<CompletableFuture<Reply>> more = fill(1);

    emulator.clock().advance(Duration.ofSeconds(3));
    waiting.forEach(reply -> reply.join().ok());
    more.forEach(reply -> reply.join().ok());
  }

  @Test
  void with_no_place_to_wait_every_call_beyond_ten_is_refused() {
    start(EmulatorOptions.defaults().speed(CRAWL).maxWaiting(0));
    send(10).forEach(reply -> reply.join().ok());

    assertThat(api.get("/auth/me").refused(429, "RateLimitExceeded")).contains("0 calls waiting");
  }

  @Test
  void freezing_the_clock_lets_all_of_them_go() {
    List<CompletableFuture<Reply>> waiting = startWithWaiting(30);

    emulator.clock().freeze();

    waiting.forEach(reply -> reply.join().ok());
    api.get("/auth/me").ok();
  }

  @Test
  void a_reset_answers_them_with_an_error_that_says_why() {
    List<CompletableFuture<Reply>> waiting = startWithWaiting(30);

    emulator.reset();

    for (CompletableFuture<Reply> reply : waiting) {
      assertThat(reply.join().refused(500, "InternalError")).contains("reset").contains("waited");
    }
    api.get("/auth/me").ok();
  }

  @Test
  void they_see_what_is_there_when_their_turn_comes() {
    CompletableFuture<Reply> waiting = startWithWaiting(1).get(0);
    emulator.accounts().defaultAccount().domains(List.of("later.example.com"));

    emulator.clock().advance(Duration.ofSeconds(1));

    assertThat(waiting.join().ok().text("/customDomains/0")).isEqualTo("later.example.com");
  }

  @Test
  void two_hundred_of_them_hold_no_thread() {
    List<CompletableFuture<Reply>> waiting = startWithWaiting(200);

    await().untilAsserted(() -> assertThat(ServerThreads.atWork()).isZero());
    assertThat(answered(waiting)).isZero();

    emulator.clock().advance(Duration.ofSeconds(200));
    waiting.forEach(reply -> reply.join().ok());
    assertThat(waits()).isEqualTo(LongStream.rangeClosed(1, 200).boxed().toList());
  }

  private List<CompletableFuture<Reply>> startWithWaiting(int count) {
    start(EmulatorOptions.defaults().speed(CRAWL).maxWaiting(count));
    send(10).forEach(reply -> reply.join().ok());
    return fill(count);
  }

  private void start(EmulatorOptions options) {
    emulator = Emulator.start(options);
    api = new Api(emulator);
  }

  /**
   * Makes as many calls wait as are allowed. A waiting call cannot be observed; but once one call
   * too many is refused, the others must be waiting.
   */
  private List<CompletableFuture<Reply>> fill(int places) {
    List<CompletableFuture<Reply>> calls = new ArrayList<>(send(places + 1));
    await().until(() -> answered(calls) == 1);
    CompletableFuture<Reply> tooMany =
        calls.stream().filter(CompletableFuture::isDone).findFirst().orElseThrow();
    assertThat(tooMany.join().refused(429, "RateLimitExceeded")).contains("calls waiting");
    calls.remove(tooMany);
    return calls;
  }

  private List<CompletableFuture<Reply>> send(int count) {
    return Stream.generate(() -> api.getLater("/fbonline/custom-domains")).limit(count).toList();
  }

  private void health() {
    api.send(api.rawRequest("/_emulator/health"));
  }

  private static long answered(List<CompletableFuture<Reply>> calls) {
    return calls.stream().filter(CompletableFuture::isDone).count();
  }

  /**
   * Returns how long the answered calls waited, in whole seconds, without those that did not wait.
   */
  private List<Long> waits() {
    return emulator.journal().requests().stream()
        .filter(call -> call.waited().compareTo(Duration.ZERO) > 0)
        .map(call -> call.waited().toSeconds())
        .sorted()
        .toList();
  }
}
