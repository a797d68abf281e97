package io.github.flippingbookemulator.internal.time;

import java.time.Duration;
import java.util.List;
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
 * The emulator's own threads: one that keeps the time, one for time-outs and pauses, a few workers
 * for slow work, and those of {@link FileWork}. All are daemons and start with the first task, so
 * that they neither keep a JVM alive nor cost anything unused. Most end after ten idle seconds. A
 * reset keeps the threads; {@link #close} ends them.
 */
public final class Threads implements AutoCloseable {
  private static final long LONGEST_NAP_MILLIS = 20;

  /** The most memory that reading or drawing a file may take, in bytes. */
  private static final long LARGEST_BUDGET = 256L << 20;

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final ScheduledThreadPoolExecutor timer;
  private final ThreadPoolExecutor timeouts;
  private final ThreadPoolExecutor workers;
  private final FileWork inspections;
  private final FileWork drawings;

  /** Prepares the threads; none is started yet. */
  public Threads() {
    int number = NUMBER.incrementAndGet();
    timer = new ScheduledThreadPoolExecutor(1, daemons("flippingbook-" + number + "-clock"));
    timer.setRemoveOnCancelPolicy(true);
    timeouts = pool(1, "flippingbook-" + number + "-timeouts");
    int size = Math.max(2, Runtime.getRuntime().availableProcessors());
    workers = pool(size, "flippingbook-" + number + "-worker");
    int more = Math.min(size, filesInHalfOfHeap());
    inspections =
        new FileWork(this, daemons("flippingbook-" + number + "-inspection"), Math.max(2, more));
    drawings = new FileWork(this, daemons("flippingbook-" + number + "-drawing"), more);
  }

  ScheduledExecutorService timer() {
    return timer;
  }

  /** Runs what happens after a time-out or a pause, which must not wait for a busy worker. */
  Executor timeouts() {
    return timeouts;
  }

  /**
   * Returns the threads that check files.
   *
   * @return starts a thread for each file
   */
  public FileWork inspections() {
    return inspections;
  }

  /**
   * Returns the threads that show pages of files.
   *
   * @return starts a thread for each page
   */
  public FileWork drawings() {
    return drawings;
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
            () -> timeouts.execute(() -> future.completeExceptionally(new TimeoutException())),
            limit.toNanos(),
            TimeUnit.NANOSECONDS);
    future.whenComplete((value, failure) -> alarm.cancel(false));
    return future;
  }

  /**
   * Waits in <em>real</em> time, without blocking a thread.
   *
   * @param time how long
   * @return completes on the thread for time-outs when the time is over
   */
  public CompletableFuture<?> pause(Duration time) {
    CompletableFuture<Object> over = new CompletableFuture<>();
    timer.schedule(
        () -> timeouts.execute(() -> over.complete(time)), time.toNanos(), TimeUnit.NANOSECONDS);
    return over;
  }

  /**
   * Checks repeatedly, in <em>real</em> time, until there is a result, without blocking a thread.
   *
   * @param look must be quick; if it throws, the future fails with that
   * @param <T> the type of the result
   * @return completes, at once or on the thread for time-outs, with the first result
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
    timer.shutdownNow();
    for (ThreadPoolExecutor pool : List.of(timeouts, workers)) {
      pool.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
      pool.shutdownNow();
    }
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

  /** In a small heap, two inspections and a drawing leave a quarter of it. */
  private static int filesInHalfOfHeap() {
    return (int) Math.max(1, Runtime.getRuntime().maxMemory() / 2 / LARGEST_BUDGET);
  }

  private static ThreadPoolExecutor pool(int size, String name) {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            size, size, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), daemons(name));
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  private static ThreadFactory daemons(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }
}
