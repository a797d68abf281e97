package io.github.flippingbookemulator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.fault.CallMatcher;
import io.github.flippingbookemulator.fault.Fault;
import io.github.flippingbookemulator.internal.source.pdf.TestPdfs;
import io.github.flippingbookemulator.journal.JournalEntry;
import io.github.flippingbookemulator.testkit.Api;
import io.github.flippingbookemulator.testkit.Api.Reply;
import io.github.flippingbookemulator.testkit.ServerThreads;
import io.github.flippingbookemulator.testkit.TestEmulator;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Calls that a fault delays. The clock runs so slowly that nothing becomes due while a test runs,
 * unless the test moves the clock.
 */
@Timeout(60)
class DelayedCallsTest {
  private static final double CRAWL = 1e-9;
  private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);

  @AutoClose private Emulator emulator;
  private Api api;

  @Test
  void a_delayed_call_is_answered_when_the_time_is_over() {
    start(CRAWL);
    CompletableFuture<Reply> delayed = delayed(1).get(0);

    emulator.clock().advance(Duration.ofMillis(4999));
    api.get("/auth/me").ok();
    assertThat(delayed).isNotDone();
    emulator.clock().advance(Duration.ofMillis(1));

    delayed.join().ok();
    JournalEntry.Request noted = last();
    assertThat(noted.fault()).isEqualTo("delay PT5S");
    assertThat(noted.waited()).as("by the rate limit").isZero();
  }

  @Test
  void a_delayed_call_takes_effect_when_the_time_is_over_and_not_before() {
    start(CRAWL);
    emulator.faults().add(new Fault.Delay(FIVE_SECONDS), CallMatcher.next());
    CompletableFuture<?> upload =
        HttpClient.newHttpClient()
            .sendAsync(
                api.request("/fbonline/publication")
                    .POST(BodyPublishers.ofString(TestEmulator.data(TestPdfs.pages(1))))
                    .build(),
                BodyHandlers.discarding());
    awaitDelayed();
    assertThat(publications()).isZero();

    emulator.clock().advance(FIVE_SECONDS);
    upload.join();

    assertThat(publications()).isEqualTo(1);
  }

  @Test
  void a_delay_comes_after_the_wait_for_the_rate_limit() {
    start(CRAWL, RateLimit.WAIT);
    Stream.generate(() -> api.getLater("/auth/me"))
        .limit(10)
        .toList()
        .forEach(reply -> reply.join().ok());
    emulator.faults().add(new Fault.Delay(FIVE_SECONDS), CallMatcher.next());
    CompletableFuture<Reply> call = api.getLater("/auth/me");

    await()
        .until(
            () -> {
              emulator.clock().advance(Duration.ofSeconds(1));
              return emulator.faults().all().isEmpty();
            });
    awaitDelayed();
    assertThat(call).isNotDone();
    emulator.clock().advance(FIVE_SECONDS);

    call.join().ok();
    assertThat(last().waited()).isEqualTo(Duration.ofSeconds(1));
    assertThat(last().fault()).isEqualTo("delay PT5S");
  }

  @Test
  void two_hundred_delayed_calls_hold_no_thread() {
    start(CRAWL);
    List<CompletableFuture<Reply>> delayed = delayed(200);

    assertThat(delayed).noneMatch(CompletableFuture::isDone);
    emulator.clock().advance(FIVE_SECONDS);

    delayed.forEach(reply -> reply.join().ok());
  }

  @Test
  void a_reset_answers_delayed_calls_with_an_error_that_says_why() {
    start(CRAWL);
    List<CompletableFuture<Reply>> delayed = delayed(20);

    emulator.reset();

    for (CompletableFuture<Reply> reply : delayed) {
      assertThat(reply.join().refused(500, "InternalError")).contains("reset").contains("waited");
    }
    api.get("/auth/me").ok();
    assertThat(emulator.faults().all()).isEmpty();
  }

  @Test
  void on_a_clock_that_stands_still_there_is_no_delay_and_the_journal_shows_the_fault() {
    start(0);
    emulator.faults().add(new Fault.Delay(Duration.ofDays(1)), CallMatcher.next());

    api.get("/auth/me").ok();

    assertThat(last().fault()).isEqualTo("delay PT24H");
  }

  @Test
  void freezing_the_clock_ends_a_delay() {
    start(CRAWL);
    CompletableFuture<Reply> delayed = delayed(1).get(0);

    emulator.clock().freeze();

    delayed.join().ok();
  }

  @Test
  void a_running_clock_ends_a_delay_by_itself() {
    start(1000);
    emulator.faults().add(new Fault.Delay(FIVE_SECONDS), CallMatcher.next());
    var before = emulator.clock().now();

    api.get("/auth/me").ok();

    assertThat(emulator.clock().now()).isAfterOrEqualTo(before.plus(FIVE_SECONDS));
  }

  private void start(double speed) {
    start(speed, RateLimit.OFF);
  }

  private void start(double speed, RateLimit rateLimit) {
    emulator = Emulator.start(EmulatorOptions.defaults().speed(speed).rateLimit(rateLimit));
    api = new Api(emulator);
  }

  /** Starts calls and waits until all of them are in their delay. */
  private List<CompletableFuture<Reply>> delayed(int count) {
    emulator.faults().add(new Fault.Delay(FIVE_SECONDS), CallMatcher.next(count));
    List<CompletableFuture<Reply>> calls =
        Stream.generate(() -> api.getLater("/fbonline/folders")).limit(count).toList();
    awaitDelayed();
    return calls;
  }

  /** A delay begins when a call has used up its fault and released its thread. */
  private void awaitDelayed() {
    await().until(() -> emulator.faults().all().isEmpty());
    await().untilAsserted(() -> assertThat(ServerThreads.atWork()).isZero());
  }

  private int publications() {
    return api.get("/fbonline/publication").ok().at("/total").intValue();
  }

  private JournalEntry.Request last() {
    List<JournalEntry.Request> requests = emulator.journal().requests();
    return requests.get(requests.size() - 1);
  }
}
