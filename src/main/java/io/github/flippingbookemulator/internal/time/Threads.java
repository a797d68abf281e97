package io.github.flippingbookemulator.internal.time;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The emulator's own threads: one for the clock and a few for slow work. All are daemons, begin
 * with the first task and, but for the clock's, end after some idle seconds, so that they neither
 * hold a JVM nor cost anything unused. They outlive resets; {@link #close} ends them.
 */
public final class Threads implements AutoCloseable {
  private static final long LONGEST_NAP_MILLIS = 20;
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final ScheduledThreadPoolExecutor timer;
  private final ThreadPoolExecutor workers;

  /** Prepares the threads; none is started yet. */
  public Threads() {
    int number = NUMBER.incrementAndGet();
    timer = new ScheduledThreadPoolExecutor(1, daemons("flippingbook-" + number + "-clock"));
    timer.setRemoveOnCancelPolicy(true);
    int size = Math.max(2, Runtime.getRuntime().availableProcessors());
    workers =
        new ThreadPoolExecutor(
            size,
            size,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            daemons("flippingbook-" + number + "-worker"));
    workers.allowCoreThreadTimeOut(true);
  }

  ScheduledExecutorService timer() {
    return timer;
  }

  /**
   * Returns the executor for slow work.
   *
   * @return runs tasks on a few daemon threads; refuses them quietly once closed
   */
  public Executor workers() {
    return workers;
  }

  /**
   * Gives a future a limit in <em>real</em> time, for work that depends on the world outside.
   *
   * @param future fails with a {@link TimeoutException} if it is not complete in time
   * @param limit how long it may take
   * @param <T> what it brings
   * @return the same future
   */
  public <T> CompletableFuture<T> within(Duration limit, CompletableFuture<T> future) {
    ScheduledFuture<?> alarm =
        timer.schedule(
            () -> workers.execute(() -> future.completeExceptionally(new TimeoutException())),
            limit.toNanos(),
            TimeUnit.NANOSECONDS);
    future.whenComplete((value, failure) -> alarm.cancel(false));
    return future;
  }

  /**
   * Waits in <em>real</em> time, without a thread.
   *
   * @param time how long
   * @return complete, on a worker thread, when the time is over
   */
  public CompletableFuture<?> pause(Duration time) {
    CompletableFuture<Object> over = new CompletableFuture<>();
    timer.schedule(
        () -> workers.execute(() -> over.complete(time)), time.toNanos(), TimeUnit.NANOSECONDS);
    return over;
  }

  /**
   * Looks again and again, in <em>real</em> time, until there is something to see; no thread waits
   * meanwhile.
   *
   * @param look is quick; what it throws ends the waiting
   * @param <T> what there will be to see
   * @return complete, at once or on a worker thread, with what the first successful look brought
   */
  public <T> CompletableFuture<T> watch(Supplier<Optional<T>> look) {
    CompletableFuture<T> seen = new CompletableFuture<>();
    lookFor(look, seen, 1);
    return seen;
  }

  private <T> void lookFor(Supplier<Optional<T>> look, CompletableFuture<T> seen, long napMillis) {
    if (seen.isDone()) {
      return; // nobody waits any longer
    }
    try {
      Optional<T> found = look.get();
      if (found.isPresent()) {
        seen.complete(found.get());
      } else {
        pause(Duration.ofMillis(napMillis))
            .thenRun(() -> lookFor(look, seen, Math.min(2 * napMillis, LONGEST_NAP_MILLIS)));
      }
    } catch (RuntimeException | Error e) {
      seen.completeExceptionally(e);
    }
  }

  /** Ends the threads. Tasks that wait are dropped, running ones are interrupted. */
  @Override
  public void close() {
    timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    timer.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    workers.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    timer.shutdownNow();
    workers.shutdownNow();
  }

  /**
   * Runs a task when the process ends, by itself or by a signal.
   *
   * @param task must be quick: the process waits for it
   */
  public static void whenProcessEnds(Runnable task) {
    try {
      Runtime.getRuntime().addShutdownHook(new Thread(task, "flippingbook-end"));
    } catch (IllegalStateException e) {
      task.run(); // It is ending already.
    }
  }

  private static ThreadFactory daemons(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }
}
