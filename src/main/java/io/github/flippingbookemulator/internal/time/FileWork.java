package io.github.flippingbookemulator.internal.time;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Computations that a crafted file can make endless, on threads of their own, so that nothing else
 * waits for them. A few run at a time; the others wait for their turn.
 *
 * <p>Each has a {@link Deadline}, and is to stop at it by itself. One that does not is given up
 * after a moment: its future fails, and another thread takes its place. At most {@value
 * #MOST_GIVEN_UP} such threads are left running; as long as there are that many and no place is
 * free, further computations are refused.
 */
public final class FileWork {
  /** How many threads may go on after they were given up. */
  static final int MOST_GIVEN_UP = 4;

  /** How long after its deadline a computation is given up. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final Threads threads;
  private final ThreadFactory factory;
  private final int places;
  private final Queue<Job<?>> waiting = new ArrayDeque<>();
  private int running;
  private int givenUp;
  private int lost; // places of computations that were given up, but keep them

  FileWork(Threads threads, ThreadFactory factory, int places) {
    this.threads = threads;
    this.factory = factory;
    this.places = places;
  }

  /**
   * Makes the part of one instance of the emulator.
   *
   * @return to be closed with the instance, which ends its computations
   */
  public Part part() {
    return new Part();
  }

  /** The computations of one instance of the emulator. */
  public final class Part implements AutoCloseable {
    private final Set<Job<?>> jobs = new HashSet<>();
    private boolean closed;

    private Part() {}

    /**
     * Runs a computation as soon as there is a place.
     *
     * @param limit how long it may take, in real time, from its start
     * @param computation asks its deadline often
     * @param <T> the type of its result
     * @return completes on the thread of the computation, or on a thread for time-outs; fails with
     *     a {@link TimeoutException} if the computation was given up, with a {@link
     *     RejectedExecutionException} if too many were, and with a {@link CancellationException} if
     *     the instance has ended
     */
    public <T> CompletableFuture<T> run(Duration limit, Function<Deadline, T> computation) {
      Job<T> job = new Job<>(this, limit, computation);
      synchronized (FileWork.this) {
        if (closed) {
          job.result.completeExceptionally(ended());
          return job.result;
        }
        jobs.add(job);
        waiting.add(job);
      }
      startNext();
      return job.result;
    }

    /** Ends all computations: those that wait, and those that run, by an interrupt. */
    @Override
    public void close() {
      List<Job<?>> open;
      synchronized (FileWork.this) {
        closed = true;
        open = List.copyOf(jobs);
        waiting.removeAll(jobs);
        jobs.clear();
      }
      // Before the interrupt, after which a computation could still end with half a result.
      open.forEach(job -> job.result.completeExceptionally(ended()));
      open.forEach(Job::interrupt);
    }

    private static CancellationException ended() {
      return new CancellationException("the emulator was reset or stopped");
    }
  }

  private void startNext() {
    Job<?> refused = null;
    synchronized (this) {
      if (running < places) {
        Job<?> next = waiting.poll();
        if (next != null) {
          running++;
          next.start();
        }
      } else if (lost == places) {
        refused = waiting.poll();
      }
    }
    if (refused != null) {
      refused.refuse();
      startNext();
    }
  }

  private final class Job<T> implements Runnable {
    private final Part part;
    private final Duration limit;
    private final Function<Deadline, T> computation;
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private @Nullable Thread thread;
    private @Nullable ScheduledFuture<?> alarm;
    private boolean hasPlace;
    private boolean isGivenUp;

    Job(Part part, Duration limit, Function<Deadline, T> computation) {
      this.part = part;
      this.limit = limit;
      this.computation = computation;
    }

    /** Called under the lock. */
    void start() {
      hasPlace = true;
      Thread started = factory.newThread(this);
      thread = started;
      alarm =
          threads
              .timer()
              .schedule(
                  () -> threads.timeouts().execute(this::giveUp),
                  limit.plus(GRACE).toNanos(),
                  TimeUnit.NANOSECONDS);
      started.start();
    }

    void interrupt() {
      synchronized (FileWork.this) {
        if (thread != null) {
          thread.interrupt();
        }
      }
    }

    void refuse() {
      forget();
      result.completeExceptionally(
          new RejectedExecutionException(MOST_GIVEN_UP + " files never ended to be read or drawn"));
    }

    @Override
    public void run() {
      try {
        T value = computation.apply(Deadline.after(limit));
        end();
        result.complete(value);
      } catch (Throwable e) {
        end();
        result.completeExceptionally(e);
      }
    }

    private void end() {
      synchronized (FileWork.this) {
        thread = null;
        if (alarm != null) {
          alarm.cancel(false);
        }
        if (isGivenUp) {
          givenUp--;
          lost -= hasPlace ? 1 : 0;
        }
        if (hasPlace) {
          hasPlace = false;
          running--;
        }
      }
      forget();
      startNext();
    }

    /** Interrupts the thread, and lets another one take its place, unless there are too many. */
    private void giveUp() {
      synchronized (FileWork.this) {
        if (thread == null) {
          return;
        }
        thread.interrupt();
        isGivenUp = true;
        givenUp++;
        if (givenUp <= MOST_GIVEN_UP) {
          hasPlace = false;
          running--;
        } else {
          lost++;
        }
      }
      System.getLogger(FileWork.class.getName())
          .log(
              System.Logger.Level.WARNING,
              "A PDF keeps a thread busy beyond its limit of " + limit.toMillis() / 1000.0 + " s");
      forget();
      result.completeExceptionally(new TimeoutException());
      startNext();
    }

    private void forget() {
      synchronized (FileWork.this) {
        part.jobs.remove(this);
      }
    }
  }
}
