package io.github.flippingbookemulator.internal.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.flippingbookemulator.internal.fidelity.Reliance;
import io.github.flippingbookemulator.testkit.ExpectedLog;
import io.github.flippingbookemulator.time.Pending;
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
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Duration A_WHILE = Duration.ofMillis(100);

  private final Threads threads = new Threads();
  private final Background background = new Background(threads, new Reliance());
  private final EmulatorClock clock = new EmulatorClock(threads, background, START, 0, LIMIT);
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
    background.begin(); // never ends
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
    Background.Work work = background.begin();
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("interrupted");
    assertThat(Thread.interrupted()).isTrue();
    work.close();

    Instant before = clock.now();
    clock.advance(Duration.ofSeconds(1));
    assertThat(clock.now()).isEqualTo(before.plusSeconds(1));
  }

  @Test
  void an_advance_waits_for_what_comes_of_the_work_under_way() {
    Background.Work first = background.begin();
    CompletableFuture<Void> advance = advance();
    assertThat(advance).failsWithin(A_WHILE);

    Background.Work[] next = new Background.Work[1];
    first.run(() -> next[0] = background.begin());
    first.close();
    assertThat(advance).failsWithin(A_WHILE);

    next[0].close();
    assertThat(advance).succeedsWithin(SOON);
  }

  @Test
  void an_advance_does_not_wait_for_what_others_begin_meanwhile() {
    Background.Work before = background.begin();
    CompletableFuture<Void> advance = advance();
    assertThat(advance).failsWithin(A_WHILE);
    background.begin();
    clock.schedule(after(1), background::begin);

    before.close();

    assertThat(advance).succeedsWithin(SOON);
    assertThat(clock.now()).isEqualTo(after(2));
    assertThat(background.underWay()).isEqualTo(2);
  }

  @Test
  @ExpectedLog("The clock was moved on without waiting")
  void the_world_outside_is_waited_for_up_to_a_limit_and_named() {
    EmulatorClock hasty = clock(0, Duration.ofMillis(1));
    Background.Work silent = background.begin();
    silent.outside(() -> "a silent receiver");
    hasty.schedule(after(1), () -> ran.add("task"));

    assertThat(hasty.advance(Duration.ofSeconds(2)))
        .containsExactly(new Pending("a silent receiver", Pending.On.WORK));
    assertThat(ran).containsExactly("task");
    assertThat(hasty.now()).isEqualTo(after(2));

    silent.close();
    assertThat(hasty.advance(Duration.ofSeconds(2))).isEmpty();
  }

  @Test
  void what_is_up_to_the_emulator_is_waited_for_beyond_that_limit() {
    EmulatorClock hasty = clock(0, Duration.ZERO);
    Background.Work work = background.begin();
    work.outside(() -> "a download");
    work.inside();
    CompletableFuture<?> advance =
        CompletableFuture.supplyAsync(() -> hasty.advance(Duration.ofSeconds(2)));

    assertThat(advance).failsWithin(A_WHILE);
    work.close();
    assertThat(advance).succeedsWithin(SOON).isEqualTo(List.of());
  }

  @Test
  void the_clock_goes_on_for_others_while_an_advance_waits() {
    clock.speed(1000);
    Background.Work work = background.begin();
    Instant before = clock.now();
    CompletableFuture<Void> advance = advance();
    assertThat(advance).failsWithin(A_WHILE);

    Instant meanwhile = clock.now();
    assertThat(meanwhile).isAfter(before);
    assertThat(clock.delay(Duration.ofSeconds(20))).succeedsWithin(SOON);
    assertThat(clock.now()).isAfterOrEqualTo(meanwhile.plusSeconds(20));
    assertThat(advance).isNotDone();

    work.close();
    assertThat(advance).succeedsWithin(SOON);
    assertThat(clock.now()).isAfterOrEqualTo(meanwhile.plusSeconds(22));
  }

  @Test
  void advances_at_once_add_up_and_do_not_wait_one_after_the_other() {
    Background.Work work = background.begin();
    CompletableFuture<Void> one = advance();
    CompletableFuture<Void> other = advance();
    assertThat(one).failsWithin(A_WHILE);
    assertThat(other).failsWithin(A_WHILE);

    work.close();

    assertThat(one).succeedsWithin(SOON);
    assertThat(other).succeedsWithin(SOON);
    assertThat(clock.now()).isEqualTo(after(4));
  }

  @Test
  void an_advance_ends_beside_others_who_plan_tasks_without_end() {
    EmulatorClock hasty = clock(0, Duration.ofMillis(20));
    Background.Work work = background.begin();
    CompletableFuture<?> advance =
        CompletableFuture.runAsync(() -> hasty.advance(Duration.ofSeconds(2)));
    assertThat(advance).failsWithin(A_WHILE);
    planAgainAndAgain(hasty);

    work.close();

    assertThat(advance).succeedsWithin(SOON);
    assertThat(hasty.now()).isEqualTo(after(2));
    hasty.close();
  }

  private void planAgainAndAgain(EmulatorClock busy) {
    busy.schedule(after(1), () -> planAgainAndAgain(busy));
  }

  private EmulatorClock clock(double speed, Duration limit) {
    return new EmulatorClock(threads, background, START, speed, limit);
  }

  private CompletableFuture<Void> advance() {
    return CompletableFuture.runAsync(() -> clock.advance(Duration.ofSeconds(2)));
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
