package io.github.flippingbookemulator.internal.time;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Counts the slow work of one instance of the emulator while it runs: downloads, PDF work,
 * deliveries. {@link EmulatorClock#advance} waits until there is none.
 */
public final class Background implements AutoCloseable {
  private static final ThreadLocal<Boolean> CALLER = ThreadLocal.withInitial(() -> false);

  private final Threads threads;
  private int underWay;
  private boolean closed;

  /**
   * Creates a counter without work.
   *
   * @param threads runs the work
   */
  public Background(Threads threads) {
    this.threads = threads;
  }

  /**
   * Returns an executor for parts of such work.
   *
   * @return runs tasks on worker threads, without counting them
   */
  public Executor executor() {
    return task -> threads.workers().execute(() -> runMarked(task));
  }

  /**
   * Runs work on a worker thread.
   *
   * @param work may be slow; includes all that must happen before the clock moves on
   * @param <T> the type of its result
   * @return completes when the work is done
   */
  public <T> CompletableFuture<T> run(Supplier<T> work) {
    return watch(CompletableFuture.supplyAsync(work, executor()));
  }

  /**
   * Counts work that runs elsewhere.
   *
   * @param work a future whose completion ends the work
   * @param <T> the type of its result
   * @return the same future
   */
  public <T> CompletableFuture<T> watch(CompletableFuture<T> work) {
    begin();
    work.whenComplete((value, failure) -> end());
    return work;
  }

  /**
   * Waits until no work is running, or until this object is closed.
   *
   * @throws IllegalStateException if the waiting thread is interrupted
   */
  public synchronized void awaitQuiet() {
    while (underWay > 0 && !closed) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while waiting for " + underWay + " jobs", e);
      }
    }
  }

  /**
   * Returns how much work is running.
   *
   * @return the number of jobs
   */
  public synchronized int underWay() {
    return underWay;
  }

  /** Ends all waiting; running work is not stopped. */
  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
  }

  static boolean isCaller() {
    return CALLER.get();
  }

  private static void runMarked(Runnable task) {
    CALLER.set(true);
    try {
      task.run();
    } finally {
      CALLER.set(false);
    }
  }

  private synchronized void begin() {
    underWay++;
  }

  private synchronized void end() {
    underWay--;
    notifyAll();
  }
}
