package io.github.flippingbookemulator.internal.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An advance waits for slow work, until that ends or the clock is closed. */
@Timeout(30)
class AdvanceAndWorkTest {
  private static final Instant START = Instant.parse("2026-01-02T03:04:05.000006Z");

  private final Threads threads = new Threads();
  private final Background background = new Background(threads);
  private final EmulatorClock clock = new EmulatorClock(threads, background, START, 0);
  private final List<String> ran = new ArrayList<>();

  @AfterEach
  void endThreads() {
    clock.close();
    background.close();
    threads.close();
  }

  @Test
  void background_work_must_not_advance_the_clock_that_waits_for_it() {
    Throwable refused = background.run(() -> failureOf(() -> clock.advance(Duration.ZERO))).join();

    assertThat(refused)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("advance() waits for background work, so background work must not call it");
  }

  @Test
  void background_work_that_a_task_begins_ends_before_the_clock_moves_on() {
    CountDownLatch mayEnd = new CountDownLatch(1);
    clock.schedule(
        after(1),
        () ->
            background.run(
                () -> {
                  await(mayEnd);
                  return ran.add("work ended at " + secondsSinceStart());
                }));
    clock.schedule(after(2), () -> ran.add("next task"));
    CompletableFuture<Void> advance =
        CompletableFuture.runAsync(() -> clock.advance(Duration.ofSeconds(2)));

    assertThat(advance).failsWithin(Duration.ofMillis(100));
    mayEnd.countDown();
    advance.join();

    assertThat(ran).containsExactly("work ended at 1", "next task");
  }

  @Test
  void a_clock_that_is_closed_while_it_is_advanced_runs_nothing_more_and_holds_nobody() {
    background.watch(new CompletableFuture<>()); // never ends
    clock.schedule(after(1), () -> ran.add("too late"));
    CompletableFuture<Void> advance =
        CompletableFuture.runAsync(() -> clock.advance(Duration.ofSeconds(2)));
    assertThat(advance).failsWithin(Duration.ofMillis(100));

    clock.close();
    background.close();

    assertThat(advance).succeedsWithin(Duration.ofSeconds(10));
    assertThat(ran).isEmpty();
  }

  @Test
  void an_advance_that_is_interrupted_says_so_and_the_clock_can_be_advanced_again() {
    CompletableFuture<Void> work = background.watch(new CompletableFuture<>());
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("interrupted");
    assertThat(Thread.interrupted()).isTrue();
    work.complete(null);

    Instant before = clock.now();
    clock.advance(Duration.ofSeconds(1));
    assertThat(clock.now()).isEqualTo(before.plusSeconds(1));
  }

  private static Instant after(int seconds) {
    return START.plusSeconds(seconds);
  }

  private long secondsSinceStart() {
    return Duration.between(START, clock.now()).toSeconds();
  }

  private static Throwable failureOf(Runnable action) {
    try {
      action.run();
      return new AssertionError("it did not fail");
    } catch (RuntimeException e) {
      return e;
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
