package io.github.flippingbookemulator.internal.time;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Slow work of one instance of the emulator, counted while it is under way: downloads, PDF work,
 * deliveries. {@link EmulatorClock#advance} waits until none is left.
 */
public final class Background implements AutoCloseable {
  private static final ThreadLocal<Boolean> CALLER = ThreadLocal.withInitial(() -> false);

  private final Threads threads;
  private int underWay;
  private boolean closed;

  /**
   * Makes an empty list of work.
   *
   * @param threads what runs it
   */
  public Background(Threads threads) {
    this.threads = threads;
  }

  /**
   * Returns what runs the parts of such work.
   *
   * @return runs tasks on worker threads, without counting them
   */
  public Executor executor() {
    return task -> threads.workers().execute(() -> runMarked(task));
  }

  /**
   * Runs work on a worker thread.
   *
   * @param work may be slow; what must follow it before the clock moves on belongs inside
   * @param <T> what it brings
   * @return completes when the work is done
   */
  public <T> CompletableFuture<T> run(Supplier<T> work) {
    return watch(CompletableFuture.supplyAsync(work, executor()));
  }

  /**
   * Counts work that somebody else runs.
   *
   * @param work a future whose completion ends the work
   * @param <T> what it brings
   * @return the same future
   */
  public <T> CompletableFuture<T> watch(CompletableFuture<T> work) {
    begin();
    work.whenComplete((value, failure) -> end());
    return work;
  }

  /**
   * Waits until no work is under way, or until this list of work is closed.
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
   * Tells how much work is under way.
   *
   * @return how many jobs
   */
  public synchronized int underWay() {
    return underWay;
  }

  /** Lets nobody wait any longer; work that is under way ends by itself. */
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
