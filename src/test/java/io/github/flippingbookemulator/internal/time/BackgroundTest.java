package io.github.flippingbookemulator.internal.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.internal.fidelity.Reliance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
  private final Background background = new Background(threads, new Reliance());

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
    Background.Work good = background.begin();
    CompletableFuture<Void> mayFail = new CompletableFuture<>();
    background.run(mayFail::join);
    CompletableFuture<Void> quiet = quiet();

    good.close();
    good.close();
    assertThat(quiet).failsWithin(A_WHILE);
    mayFail.completeExceptionally(new IllegalStateException("meant to fail"));
    assertThat(quiet).succeedsWithin(SOON);
    assertThat(background.underWay()).isZero();
  }

  @Test
  void what_work_begins_is_as_old_as_the_work_on_whatever_thread() {
    Background.Work work = background.begin();
    long old = background.generation();
    background.endGeneration();
    List<Long> generations = new ArrayList<>();

    CompletableFuture.runAsync(() -> generations.add(background.generation()), work.executor())
        .join();
    work.run(() -> generations.add(background.generation()));
    work.run(() -> generations.add(background.run(background::generation).join()));

    assertThat(generations).containsExactly(old, old, old);
    assertThat(background.generation()).isEqualTo(old + 1);
  }

  @Test
  void work_that_older_work_waits_for_becomes_as_old() {
    background.endGeneration();
    Background.Work young = background.begin();
    young.outside(() -> "young");
    assertThat(background.outside(0)).isEmpty();

    young.atMost(0);
    assertThat(background.outside(0)).containsExactly("young");
    young.atMost(5);
    assertThat(background.outside(0)).containsExactly("young");
    young.close();
    young.atMost(0);
    assertThat(background.outside(0)).isEmpty();
  }

  @Test
  void nobody_waits_for_work_of_an_instance_that_has_ended() {
    background.begin();
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
    long generation = background.endGeneration();
    return CompletableFuture.runAsync(
        () -> background.await(generation, new RealTimeLimit(Duration.ZERO)));
  }
}
