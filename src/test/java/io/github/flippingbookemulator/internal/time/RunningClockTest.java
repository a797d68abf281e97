package io.github.flippingbookemulator.internal.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.flippingbookemulator.internal.fidelity.Reliance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A clock that runs by itself, at different speeds. */
@Timeout(30)
class RunningClockTest {
  private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Duration A_WHILE = Duration.ofMillis(50);

  private final Threads threads = new Threads();
  private final Background background = new Background(threads, new Reliance());
  private final EmulatorClock clock = new EmulatorClock(threads, background, START, 1, LIMIT);

  @AfterEach
  void endThreads() {
    clock.close();
    background.close();
    threads.close();
  }

  @Test
  void a_task_runs_by_itself_once_its_time_has_come() {
    clock.speed(1000);
    CompletableFuture<Instant> ran = new CompletableFuture<>();
    Instant due = clock.now().plusSeconds(20);
    clock.schedule(due, () -> ran.complete(clock.now()));

    assertThat(ran).succeedsWithin(SOON);
    assertThat(ran.join()).isAfterOrEqualTo(due);
  }

  @Test
  void a_task_planned_later_but_due_earlier_runs_first() {
    clock.speed(1000);
    CompletableFuture<Void> late = task(clock.now().plus(Duration.ofDays(365)));
    CompletableFuture<Void> early = task(clock.now().plusSeconds(1));

    assertThat(early).succeedsWithin(SOON);
    assertThat(late).isNotDone();
  }

  @Test
  void a_frozen_clock_stands_still_and_goes_on_from_there() {
    clock.freeze();
    Instant frozen = clock.now();
    CompletableFuture<Void> ran = task(frozen.plusSeconds(100));

    assertThat(ran).failsWithin(A_WHILE);
    assertThat(clock.now()).isEqualTo(frozen);

    clock.speed(10_000);
    assertThat(ran).succeedsWithin(SOON);
    assertThat(clock.now()).isAfterOrEqualTo(frozen.plusSeconds(100));
  }

  @Test
  void a_change_of_speed_neither_jumps_nor_turns_back() {
    Instant before = clock.now();
    for (int i = 0; i < 10_000; i++) {
      clock.speed(i % 2 == 0 ? 0.001 : 2);
      Instant now = clock.now();
      assertThat(now).isAfterOrEqualTo(before);
      before = now;
    }
    assertThat(before).isBefore(START.plusSeconds(60));
  }

  @Test
  void a_running_clock_can_be_advanced_too() {
    CompletableFuture<Void> ran = task(START.plus(Duration.ofDays(30)));

    clock.advance(Duration.ofDays(31));

    assertThat(ran).isDone();
    assertThat(clock.now()).isAfterOrEqualTo(START.plus(Duration.ofDays(31)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e6, 1e12, Double.MAX_VALUE})
  void a_huge_speed_reaches_far_times_soon(double speed) {
    clock.speed(speed);
    CompletableFuture<Void> ran = task(START.plusSeconds(1000));

    assertThat(ran).succeedsWithin(SOON);
    assertThat(clock.now()).isAfterOrEqualTo(START.plusSeconds(1000));
    clock.freeze();
    clock.advance(Duration.ofSeconds(1));
  }

  @Test
  void a_speed_without_measure_and_back_leaves_a_clock_that_can_be_used() {
    Instant before = clock.now();
    for (int i = 0; i < 1000; i++) {
      clock.speed(i % 2 == 0 ? 1e300 : 1);
      assertThat(clock.now()).isAfterOrEqualTo(before);
      before = clock.now();
    }

    clock.freeze();
    Instant frozen = clock.now();
    assertThat(frozen).isBefore(START.plus(Duration.ofDays(3_000_000)));
    List<Instant> ran = Collections.synchronizedList(new ArrayList<>());
    clock.schedule(frozen.plusSeconds(1), () -> ran.add(clock.now()));
    clock.advance(Duration.ofSeconds(1));
    clock.speed(1e300);
    clock.advance(Duration.ofDays(1));
    assertThat(ran).containsExactly(frozen.plusSeconds(1));
  }

  @Test
  void a_clock_that_nears_the_end_of_all_time_stays_there() {
    Instant end = Instant.parse("+100000000-01-01T00:00:00Z");
    EmulatorClock late = new EmulatorClock(threads, background, end.minusSeconds(1), 1e9, LIMIT);

    await(() -> late.now().equals(end));
    assertThat(late.advance(Duration.ZERO)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> late.advance(Duration.ofSeconds(1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EmulatorClock(threads, background, Instant.MAX, 1, LIMIT));
    late.close();
  }

  @Test
  void there_is_one_zero() {
    clock.speed(-0.0);

    assertThat(Double.toString(clock.speed())).isEqualTo("0.0");
    assertThat(clock.delay(Duration.ofDays(1))).isCompleted();
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.MIN_VALUE, 1e-9, 1})
  void tasks_of_a_far_future_can_be_planned_at_any_speed(double speed) {
    clock.speed(speed);
    CompletableFuture<Void> ran = task(START.plus(Duration.ofDays(400_000)));

    clock.advance(Duration.ofDays(400_000));

    assertThat(ran).isDone();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, -0.001, Double.NaN, Double.POSITIVE_INFINITY})
  void other_speeds_are_refused(double speed) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> clock.speed(speed))
        .withMessage("speed must be a number from 0 (frozen) up, not " + speed);
    assertThat(clock.speed()).isEqualTo(1);
  }

  @Test
  void a_delay_ends_when_its_time_is_over() {
    clock.speed(1000);

    assertThat(clock.delay(Duration.ofSeconds(20))).succeedsWithin(SOON);
  }

  @Test
  void a_delay_ends_when_the_clock_is_advanced_past_it_and_no_earlier() {
    CompletableFuture<Void> delay = clock.delay(Duration.ofHours(2));

    clock.advance(Duration.ofHours(1));
    assertThat(delay).isNotDone();
    clock.advance(Duration.ofHours(1));
    assertThat(delay).isDone();
  }

  @Test
  void nobody_waits_on_a_frozen_clock() {
    CompletableFuture<Void> before = clock.delay(Duration.ofDays(1));
    clock.freeze();
    CompletableFuture<Void> after = clock.delay(Duration.ofDays(1));

    assertThat(before).isCompleted();
    assertThat(after).isCompleted();
  }

  @Test
  void a_closed_clock_fails_those_who_wait() {
    CompletableFuture<Void> before = clock.delay(Duration.ofDays(1));
    clock.close();
    CompletableFuture<Void> after = clock.delay(Duration.ofDays(1));

    assertThat(before).isCompletedExceptionally();
    assertThat(after).isCompletedExceptionally();
  }

  private static void await(BooleanSupplier condition) {
    assertThat(CompletableFuture.runAsync(() -> spinUntil(condition))).succeedsWithin(SOON);
  }

  private static void spinUntil(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }

  private CompletableFuture<Void> task(Instant due) {
    CompletableFuture<Void> ran = new CompletableFuture<>();
    clock.schedule(due, () -> ran.complete(null));
    return ran;
  }
}
