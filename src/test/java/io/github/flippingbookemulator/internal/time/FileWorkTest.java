package io.github.flippingbookemulator.internal.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.flippingbookemulator.testkit.ExpectedLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Computations that may never end. */
@Timeout(60)
class FileWorkTest {
  private static final Duration SHORT = Duration.ofMillis(20);
  private static final Duration LONG = Duration.ofHours(1);
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String BUSY = "A PDF keeps a thread busy beyond its limit of 0.02 s";

  @AutoClose private final Threads threads = new Threads();
  private final FileWork work = new FileWork(threads, Thread::new, 2);
  private final FileWork.Part part = work.part();
  private final CountDownLatch end = new CountDownLatch(1);

  @AfterEach
  void end() {
    end.countDown();
  }

  @Test
  void a_computation_gets_its_deadline() {
    Function<Deadline, Boolean> untilTheEnd =
        deadline -> {
          while (!deadline.isOver()) {
            Thread.onSpinWait();
          }
          return true;
        };

    assertThat(part.run(SHORT, untilTheEnd)).succeedsWithin(SOON).isEqualTo(true);
    assertThat(part.run(LONG, deadline -> deadline.isOver())).succeedsWithin(SOON).isEqualTo(false);
  }

  @Test
  @ExpectedLog(BUSY)
  void one_that_ignores_its_deadline_is_given_up_and_others_take_its_place() {
    CompletableFuture<?> one = part.run(SHORT, this::stuck);
    CompletableFuture<?> other = part.run(SHORT, this::stuck);

    assertThat(part.run(LONG, deadline -> "third")).succeedsWithin(SOON).isEqualTo("third");
    assertThat(List.of(one, other))
        .allSatisfy(
            each ->
                assertThat(each)
                    .failsWithin(SOON)
                    .withThrowableOfType(ExecutionException.class)
                    .withCauseInstanceOf(TimeoutException.class));
  }

  @Test
  @ExpectedLog(BUSY)
  void when_too_many_were_given_up_the_next_are_refused_until_one_ends() {
    List<CompletableFuture<?>> all = new ArrayList<>();
    for (int i = 0; i < FileWork.MOST_GIVEN_UP + 2; i++) {
      all.add(part.run(SHORT, this::stuck));
    }
    assertThat(all).allSatisfy(each -> assertThat(each).failsWithin(SOON));

    assertThat(part.run(LONG, deadline -> "more"))
        .failsWithin(SOON)
        .withThrowableOfType(ExecutionException.class)
        .withCauseInstanceOf(RejectedExecutionException.class);
    end.countDown();
    await()
        .untilAsserted(() -> assertThat(part.run(LONG, deadline -> "more")).succeedsWithin(SOON));
  }

  @Test
  void the_end_of_an_instance_interrupts_its_computations_and_drops_those_that_wait() {
    CountDownLatch started = new CountDownLatch(2);
    CountDownLatch interrupted = new CountDownLatch(2);
    Function<Deadline, String> untilInterrupted =
        deadline -> {
          started.countDown();
          while (!deadline.isOver()) {
            Thread.onSpinWait();
          }
          interrupted.countDown();
          return "";
        };
    List<CompletableFuture<String>> all = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      all.add(part.run(LONG, untilInterrupted));
    }
    FileWork.Part next = work.part();
    awaitLatch(started);

    part.close();

    assertThat(next.run(LONG, deadline -> "next")).succeedsWithin(SOON);
    awaitLatch(interrupted);
    assertThat(all).allSatisfy(each -> assertThat(each).isCompletedExceptionally());
    assertThat(part.run(LONG, deadline -> "late"))
        .failsWithin(SOON)
        .withThrowableOfType(CancellationException.class);
  }

  @Test
  void what_a_computation_throws_its_caller_gets() {
    assertThat(
            part.run(
                LONG,
                deadline -> {
                  throw new StackOverflowError("deep");
                }))
        .failsWithin(SOON)
        .withThrowableOfType(ExecutionException.class)
        .withCauseInstanceOf(StackOverflowError.class);
  }

  private String stuck(Deadline deadline) {
    while (end.getCount() > 0) {
      Thread.onSpinWait();
    }
    return "";
  }

  private static void awaitLatch(CountDownLatch latch) {
    await().until(() -> latch.getCount() == 0);
  }
}
