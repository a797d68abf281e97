package io.github.flippingbookemulator.internal.time;

import io.github.flippingbookemulator.internal.fidelity.Reliance;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The slow work of one instance of the emulator while it runs: downloads, PDF work, deliveries.
 * {@link EmulatorClock#advance} waits for it.
 *
 * <p>An advance must not wait for what others begin meanwhile, or it would never return beside
 * steady traffic. So all work has a <em>generation</em>: the number of advances that had begun when
 * somebody outside caused it. What work or a scheduled task begins has the generation of its cause.
 * An advance waits for the generations up to its own.
 */
public final class Background implements AutoCloseable {
  private final Threads threads;
  private final Reliance reliance;
  private final ThreadLocal<@Nullable Long> inherited = new ThreadLocal<>();
  private final TreeMap<Long, Set<Work>> open = new TreeMap<>();
  private long newest;
  private int underWay;
  private boolean closed;

  /**
   * Begins without work.
   *
   * @param threads runs the work
   * @param reliance what the work relies on
   */
  public Background(Threads threads, Reliance reliance) {
    this.threads = threads;
    this.reliance = reliance;
  }

  /** Returns what the work relies on. */
  public Reliance reliance() {
    return reliance;
  }

  /**
   * Begins work of the generation of the caller.
   *
   * @return to be closed when the work has ended
   */
  public Work begin() {
    return begin(generation());
  }

  /**
   * Begins work of a generation.
   *
   * @param generation what {@link #generation} returned when the work was caused
   * @return to be closed when the work has ended
   */
  public synchronized Work begin(long generation) {
    Work work = new Work(generation);
    open.computeIfAbsent(generation, key -> new HashSet<>()).add(work);
    underWay++;
    return work;
  }

  /**
   * Returns an executor for parts of work that is counted elsewhere, or not at all.
   *
   * @return runs tasks on worker threads, in the generation of the caller of {@code execute}
   */
  public Executor executor() {
    return task -> executor(generation()).execute(task);
  }

  /**
   * Runs work on a worker thread.
   *
   * @param task may be slow; includes all that must happen before the clock moves on
   * @param <T> the type of its result
   * @return completes when the work is done
   */
  public <T> CompletableFuture<T> run(Supplier<T> task) {
    Work work = begin();
    CompletableFuture<T> done = CompletableFuture.supplyAsync(task, work.executor());
    done.whenComplete((value, failure) -> work.close());
    return done;
  }

  /**
   * Returns the generation of what the caller begins now.
   *
   * @return 0 or more
   */
  public long generation() {
    Long cause = inherited.get();
    if (cause != null) {
      return cause;
    }
    synchronized (this) {
      return newest;
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

  /** Ends a generation and returns it; what outsiders cause from now on is of the next one. */
  synchronized long endGeneration() {
    return newest++;
  }

  /** Runs something whose consequences belong to a generation. */
  void as(long generation, Runnable task) {
    Long before = inherited.get();
    inherited.set(generation);
    try (Reliance.Counting counting = reliance.count()) {
      task.run();
    } finally {
      if (before == null) {
        inherited.remove();
      } else {
        inherited.set(before);
      }
    }
  }

  /** Whether the calling thread does work that an advance would wait for. */
  boolean isCaller() {
    return inherited.get() != null;
  }

  /**
   * Waits until no work of the generations up to the given one is running, or this object is
   * closed. For the world outside, it waits only as long as the limit allows.
   *
   * @throws IllegalStateException if the waiting thread is interrupted
   */
  synchronized void await(long generation, RealTimeLimit outside) {
    while (!closed && !open.isEmpty() && open.firstKey() <= generation) {
      boolean inside = upTo(generation).stream().anyMatch(work -> work.outside == null);
      if (!inside && outside.isOver()) {
        return;
      }
      try {
        if (inside) {
          wait();
        } else {
          outside.spend(this::wait);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while waiting for " + underWay + " jobs", e);
      }
    }
  }

  /** What the work of the generations up to the given one waits for outside, in words. */
  synchronized List<String> outside(long generation) {
    return upTo(generation).stream()
        .map(work -> work.outside)
        .filter(what -> what != null)
        .map(Supplier::get)
        .sorted()
        .toList();
  }

  private List<Work> upTo(long generation) {
    return open.headMap(generation, true).values().stream().flatMap(Set::stream).toList();
  }

  private Executor executor(long generation) {
    return task -> threads.workers().execute(() -> as(generation, task));
  }

  private void forget(Work work) {
    Set<Work> same = open.get(work.generation);
    if (same != null && same.remove(work) && same.isEmpty()) {
      open.remove(work.generation);
    }
  }

  /** Work that has begun, and has not ended until it is closed. */
  public final class Work implements AutoCloseable {
    private long generation;
    private @Nullable Supplier<String> outside;
    private boolean ended;

    private Work(long generation) {
      this.generation = generation;
    }

    /**
     * Says that only the world outside can end this work now, such as the receiver of a webhook.
     *
     * @param what what it waits for, in words
     */
    public void outside(Supplier<String> what) {
      set(what);
    }

    /** Says that it is up to the emulator again to end this work. */
    public void inside() {
      set(null);
    }

    /**
     * Makes this work as old as other work that waits for its end, if it is younger.
     *
     * @param older the generation of the other work
     */
    public void atMost(long older) {
      synchronized (Background.this) {
        if (older < generation && !ended) {
          forget(this);
          generation = older;
          open.computeIfAbsent(older, key -> new HashSet<>()).add(this);
        }
      }
    }

    /**
     * Returns an executor for parts of this work.
     *
     * @return runs tasks on worker threads, without counting them
     */
    public Executor executor() {
      return Background.this.executor(generation());
    }

    /**
     * Runs a part of this work on the calling thread, which may be a foreign one.
     *
     * @param part what it begins has the generation of this work
     */
    public void run(Runnable part) {
      as(generation(), part);
    }

    @Override
    public void close() {
      synchronized (Background.this) {
        if (!ended) {
          ended = true;
          forget(this);
          underWay--;
          Background.this.notifyAll();
        }
      }
    }

    private long generation() {
      synchronized (Background.this) {
        return generation;
      }
    }

    private void set(@Nullable Supplier<String> what) {
      synchronized (Background.this) {
        outside = what;
        Background.this.notifyAll();
      }
    }
  }
}
