package io.github.flippingbookemulator.internal.time;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A list of things that come from outside the emulator, and can be waited for in real time.
 *
 * @param <T> the type of the things
 */
public final class AwaitableList<T> {
  private final List<T> arrived = new ArrayList<>();

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
        throw tooFew(count, limit, arrived);
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
    return new IllegalStateException(
        "waited %s s for %d to arrive, but there are %d: %s"
            .formatted(limit.toMillis() / 1000.0, count, arrived.size(), arrived));
  }
}
