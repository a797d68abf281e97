package io.github.flippingbookemulator.internal.time;

import io.github.flippingbookemulator.time.ClockControl;
import io.github.flippingbookemulator.time.Pending;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Waits, in real time, until nothing in the emulator is pending. */
public final class SettleWaiter {
  private static final int SHOWN = 10;
  private static final long LONGEST_NAP_MILLIS = 10;

  private final ClockControl clock;
  private final Supplier<List<Pending>> pending;

  /**
   * Creates the waiter.
   *
   * @param clock the clock that pending work can wait for
   * @param pending returns what is pending
   */
  public SettleWaiter(ClockControl clock, Supplier<List<Pending>> pending) {
    this.clock = clock;
    this.pending = pending;
  }

  /**
   * Waits until nothing is pending.
   *
   * @param limit how long to wait at most, in real time
   * @throws IllegalStateException if something is pending when the time is up, or if nothing that
   *     is pending will end by itself, both with a list; or if the waiting thread is interrupted
   */
  public void settle(Duration limit) {
    Stopwatch stopwatch = Stopwatch.start();
    for (long nap = 1; !hasSettled(stopwatch, limit); nap = Math.min(2 * nap, LONGEST_NAP_MILLIS)) {
      nap(nap);
    }
  }

  /**
   * Waits as {@link #settle} does, but without blocking a thread.
   *
   * @param limit how long to wait at most, in real time
   * @param threads run the repeated checks
   * @return completes once nothing is pending; fails with what {@link #settle} throws
   */
  public CompletableFuture<Boolean> settled(Duration limit, Threads threads) {
    Stopwatch stopwatch = Stopwatch.start();
    return threads.watch(() -> hasSettled(stopwatch, limit) ? Optional.of(true) : Optional.empty());
  }

  private static boolean movesByItself(Pending pending, double speed) {
    return pending.on() == Pending.On.WORK || pending.on() == Pending.On.CLOCK && speed > 0;
  }

  private boolean hasSettled(Stopwatch stopwatch, Duration limit) {
    List<Pending> left = pending.get();
    if (left.isEmpty()) {
      return true;
    }
    double speed = clock.speed();
    if (left.stream().noneMatch(each -> movesByItself(each, speed))) {
      throw new IllegalStateException(
          "The emulator cannot settle: what is pending will not end by itself. "
              + told(left)
              + (speed == 0 ? " The clock stands still: advance it or give it a speed." : "")
              + " finishConversions() ends conversions, deliveries().release() lets deliveries"
              + " go.");
    }
    if (stopwatch.elapsed().compareTo(limit) >= 0) {
      throw new IllegalStateException(
          "The emulator did not settle within "
              + limit.toMillis() / 1000.0
              + " s at clock speed "
              + speed
              + ". "
              + told(left));
    }
    return false;
  }

  private static String told(List<Pending> left) {
    String more = left.size() > SHOWN ? "; and " + (left.size() - SHOWN) + " more" : "";
    return left.stream()
        .limit(SHOWN)
        .map(Pending::toString)
        .collect(Collectors.joining("; ", "Pending: ", more + "."));
  }

  private static void nap(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the emulator settled", e);
    }
  }
}
