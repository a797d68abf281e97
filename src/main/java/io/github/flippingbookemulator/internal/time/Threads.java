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
 * The emulator's own threads: one for clocks and time-outs, and a few workers for slow work. All
 * are daemons and start with the first task, so that they neither keep a JVM alive nor cost
 * anything unused. Workers end after ten idle seconds. A reset keeps the threads; {@link #close}
 * ends them.
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
   * @return runs tasks on a few daemon threads; drops them silently once closed
   */
  public Executor workers() {
    return workers;
  }

  /**
   * Gives a future a time-out in <em>real</em> time, for work that depends on other programs.
   *
   * @param future fails with a {@link TimeoutException} if it is not complete in time
   * @param limit how long it may take
   * @param <T> the type of its result
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
   * Waits in <em>real</em> time, without blocking a thread.
   *
   * @param time how long
   * @return completes on a worker thread when the time is over
   */
  public CompletableFuture<?> pause(Duration time) {
    CompletableFuture<Object> over = new CompletableFuture<>();
    timer.schedule(
        () -> workers.execute(() -> over.complete(time)), time.toNanos(), TimeUnit.NANOSECONDS);
    return over;
  }

  /**
   * Checks repeatedly, in <em>real</em> time, until there is a result, without blocking a thread.
   *
   * @param look must be quick; if it throws, the future fails with that
   * @param <T> the type of the result
   * @return completes, at once or on a worker thread, with the first result
   */
  public <T> CompletableFuture<T> watch(Supplier<Optional<T>> look) {
    CompletableFuture<T> seen = new CompletableFuture<>();
    lookFor(look, seen, 1);
    return seen;
  }

  private <T> void lookFor(Supplier<Optional<T>> look, CompletableFuture<T> seen, long napMillis) {
    if (seen.isDone()) {
      return; // cancelled, so no result is needed
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

  /** Ends the threads: drops waiting tasks and interrupts running ones. */
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
      task.run(); // The process is already ending.
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
