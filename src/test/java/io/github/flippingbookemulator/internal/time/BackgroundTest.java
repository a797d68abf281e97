package io.github.flippingbookemulator.internal.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Slow work, and waiting for its end. */
@Timeout(30)
class BackgroundTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Duration A_WHILE = Duration.ofMillis(50);

  private final Threads threads = new Threads();
  private final Background background = new Background(threads);

  @AfterEach
  void endThreads() {
    background.close();
    threads.close();
  }

  @Test
  void it_is_quiet_while_there_is_no_work() {
    assertThat(quiet()).succeedsWithin(SOON);
  }

  @Test
  void it_is_quiet_only_when_all_work_has_ended_well_or_badly() {
    CompletableFuture<Void> good = background.watch(new CompletableFuture<>());
    CompletableFuture<Void> bad = background.watch(new CompletableFuture<>());
    CompletableFuture<Void> quiet = quiet();

    good.complete(null);
    assertThat(quiet).failsWithin(A_WHILE);
    bad.completeExceptionally(new IllegalStateException("meant to fail"));
    assertThat(quiet).succeedsWithin(SOON);
  }

  @Test
  void work_that_ended_before_it_was_watched_is_no_work() {
    background.watch(CompletableFuture.completedFuture(1));

    assertThat(quiet()).succeedsWithin(SOON);
  }

  @Test
  void nobody_waits_for_work_of_an_instance_that_has_ended() {
    background.watch(new CompletableFuture<>());
    CompletableFuture<Void> quiet = quiet();

    background.close();

    assertThat(quiet).succeedsWithin(SOON);
  }

  @Test
  void work_brings_its_result_on_a_daemon_thread_with_the_emulators_name() {
    Thread worker = background.run(Thread::currentThread).join();

    assertThat(worker.getName()).startsWith("flippingbook-").endsWith("-worker");
    assertThat(worker.isDaemon()).isTrue();
  }

  @Test
  void work_without_an_end_fails_when_its_real_time_is_over() {
    CompletableFuture<Void> limited = threads.within(A_WHILE, new CompletableFuture<>());

    assertThat(limited)
        .failsWithin(SOON)
        .withThrowableOfType(ExecutionException.class)
        .withCauseInstanceOf(TimeoutException.class);
  }

  private CompletableFuture<Void> quiet() {
    return CompletableFuture.runAsync(background::awaitQuiet);
  }
}
