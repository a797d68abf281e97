package io.github.flippingbookemulator.internal.time;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * A list of things that come from outside the emulator, and can be waited for in real time.
 *
 * @param <T> the type of the things
 */
public final class AwaitableList<T> {
  private static final int SHOWN = 10;

  private final Deque<T> arrived = new ArrayDeque<>();

  /** Creates an empty list. */
  public AwaitableList() {}

  /**
   * Adds a thing.
   *
   * @param thing the new thing
   */
  public synchronized void add(T thing) {
    arrived.add(thing);
    notifyAll();
  }

  /**
   * Returns the things in the list.
   *
   * @return oldest first, a copy
   */
  public synchronized List<T> all() {
    return List.copyOf(arrived);
  }

  /**
   * Removes the oldest thing.
   *
   * @param thing which one that has to be; if it is another, nothing happens
   */
  public synchronized void removeOldest(T thing) {
    if (arrived.peekFirst() == thing) {
      arrived.removeFirst();
    }
  }

  /** Removes all things. */
  public synchronized void clear() {
    arrived.clear();
  }

  /**
   * Waits until the list has enough things.
   *
   * @param count how many
   * @param limit how long to wait, in real time
   * @return all things in the list, oldest first, a copy
   * @throws IllegalStateException if there are fewer when the time is up, or the waiting thread is
   *     interrupted
   */
  public synchronized List<T> await(int count, Duration limit) {
    Stopwatch stopwatch = Stopwatch.start();
    while (arrived.size() < count) {
      long left = limit.minus(stopwatch.elapsed()).toMillis();
      if (left <= 0) {
        throw tooFew(count, limit, all());
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while waiting for arrivals", e);
      }
    }
    return all();
  }

  /**
   * Creates the exception for a wait that timed out.
   *
   * @param count how many were waited for
   * @param limit how long, in real time
   * @param arrived the things in the list when the time was up
   * @return the exception to throw
   */
  public static IllegalStateException tooFew(int count, Duration limit, List<?> arrived) {
    int hidden = Math.max(0, arrived.size() - SHOWN);
    return new IllegalStateException(
        "waited %s s for %d to arrive, but there are %d: %s%s"
            .formatted(
                limit.toMillis() / 1000.0,
                count,
                arrived.size(),
                hidden == 0 ? "" : "the newest are ",
                arrived.subList(hidden, arrived.size())));
  }
}
