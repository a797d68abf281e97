package io.github.flippingbookemulator.internal.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.flippingbookemulator.internal.fidelity.Reliance;
import io.github.flippingbookemulator.testkit.ExpectedLog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A frozen clock that is advanced. */
@Timeout(30)
class AdvanceTest {
  private static final Instant START = Instant.parse("2026-01-02T03:04:05.000006Z");
  private static final Duration LIMIT = Duration.ofSeconds(10);

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
  void tasks_run_in_the_order_of_their_due_times_and_each_sees_its_own() {
    clock.schedule(after(3), () -> ran.add("c " + secondsSinceStart()));
    clock.schedule(after(1), () -> ran.add("a " + secondsSinceStart()));
    clock.schedule(after(2), () -> ran.add("b " + secondsSinceStart()));

    clock.advance(Duration.ofSeconds(5));

    assertThat(ran).containsExactly("a 1", "b 2", "c 3");
    assertThat(clock.now()).isEqualTo(after(5));
  }

  @Test
  void tasks_that_fall_due_together_run_in_the_order_of_scheduling() {
    for (int i = 0; i < 100; i++) {
      String name = "" + i;
      clock.schedule(after(1), () -> ran.add(name));
    }

    clock.advance(Duration.ofSeconds(1));

    assertThat(ran)
        .hasSize(100)
        .isSortedAccordingTo((a, b) -> Integer.parseInt(a) - Integer.parseInt(b));
  }

  @Test
  void a_task_due_exactly_at_the_end_runs_and_one_due_a_microsecond_later_does_not() {
    clock.schedule(after(1), () -> ran.add("at the end"));
    clock.schedule(after(1).plusNanos(1000), () -> ran.add("later"));

    clock.advance(Duration.ofSeconds(1));

    assertThat(ran).containsExactly("at the end");
  }

  @Test
  void tasks_planned_by_tasks_run_in_the_same_advance_if_they_fall_due_in_it() {
    clock.schedule(
        after(1),
        () -> {
          ran.add("first");
          clock.schedule(
              clock.now().plusSeconds(1), () -> ran.add("second " + secondsSinceStart()));
          clock.schedule(clock.now().plusSeconds(9), () -> ran.add("too late"));
        });
    clock.schedule(after(3), () -> ran.add("third"));

    clock.advance(Duration.ofSeconds(4));

    assertThat(ran).containsExactly("first", "second 2", "third");
  }

  @Test
  void a_task_for_a_time_that_has_passed_runs_at_the_next_advance_without_turning_the_clock_back() {
    clock.schedule(START.minusSeconds(60), () -> ran.add("at " + secondsSinceStart()));

    clock.advance(Duration.ZERO);

    assertThat(ran).containsExactly("at 0");
  }

  @Test
  void a_task_taken_back_does_not_run_even_if_another_takes_it_back_at_the_last_moment() {
    Scheduled early = clock.schedule(after(1), () -> ran.add("early"));
    Scheduled late = clock.schedule(after(2), () -> ran.add("late"));
    clock.schedule(after(2).minusNanos(1000), late::cancel);
    early.cancel();
    early.cancel();

    clock.advance(Duration.ofSeconds(3));

    assertThat(ran).isEmpty();
  }

  @Test
  @ExpectedLog("A task due at ")
  void a_task_that_fails_does_not_stop_the_others() {
    clock.schedule(
        after(1),
        () -> {
          throw new IllegalStateException("meant to fail");
        });
    clock.schedule(after(2), () -> ran.add("next"));

    clock.advance(Duration.ofSeconds(2));

    assertThat(ran).containsExactly("next");
  }

  @Test
  void time_does_not_move_backward() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> clock.advance(Duration.ofNanos(-1)))
        .withMessage("the clock only moves forward, not by PT-0.000000001S");
    assertThat(clock.now()).isEqualTo(START);
  }

  @Test
  void a_step_beyond_the_end_of_all_time_is_refused_and_leaves_the_clock_usable() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> clock.advance(Duration.ofSeconds(Long.MAX_VALUE)))
        .withMessageContaining("cannot move that far");

    clock.advance(Duration.ofSeconds(1));
    assertThat(clock.now()).isEqualTo(after(1));
  }

  @Test
  void a_task_must_not_advance_the_clock_that_runs_it() {
    CompletableFuture<Throwable> refused = new CompletableFuture<>();
    clock.schedule(after(1), () -> refused.complete(failureOf(() -> clock.advance(Duration.ZERO))));

    clock.advance(Duration.ofSeconds(1));

    assertThat(refused.join())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a task of the clock must not advance the clock");
  }

  @Test
  void steps_from_several_threads_add_up() {
    CompletableFuture<?>[] steps =
        IntStream.range(0, 50)
            .mapToObj(i -> CompletableFuture.runAsync(() -> clock.advance(Duration.ofSeconds(1))))
            .toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(steps).join();

    assertThat(clock.now()).isEqualTo(after(50));
  }

  @Test
  void a_closed_clock_plans_nothing_and_says_where_the_new_one_is() {
    clock.close();
    clock.schedule(after(0), () -> ran.add("never"));

    assertThatIllegalStateException()
        .isThrownBy(() -> clock.advance(Duration.ofSeconds(1)))
        .withMessageEndingWith("ask the emulator for clock() anew");
    assertThat(ran).isEmpty();
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
}
