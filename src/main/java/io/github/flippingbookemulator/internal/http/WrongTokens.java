package io.github.flippingbookemulator.internal.http;

import io.github.flippingbookemulator.internal.time.Stopwatch;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts the wrong tokens of each client address, and says how long the refusal of the next one is
 * held back, in real time. Who only mistyped notices nothing; who guesses waits ever longer. A
 * right token is never held back, so nobody can lock others out. Old addresses are forgotten.
 */
final class WrongTokens {
  private static final int FREE = 5;
  private static final int MOST_ADDRESSES = 1000;
  private static final Duration FIRST_DELAY = Duration.ofMillis(250);
  private static final int MOST_DOUBLINGS = 4;
  private static final Duration MEMORY = Duration.ofMinutes(1);

  /** By address, the one whose last wrong token is oldest first. */
  private final Map<String, Wrong> byAddress = new LinkedHashMap<>();

  private record Wrong(int count, Stopwatch sinceLast) {}

  /** Counts a wrong token and returns how long its refusal is held back. */
  synchronized Duration delay(String address) {
    Wrong before = byAddress.remove(address);
    int count = 1 + (isForgotten(before) ? 0 : before.count());
    byAddress.put(address, new Wrong(count, Stopwatch.start()));
    if (byAddress.size() > MOST_ADDRESSES) {
      byAddress.remove(byAddress.keySet().iterator().next());
    }
    int over = count - FREE;
    return over <= 0
        ? Duration.ZERO
        : FIRST_DELAY.multipliedBy(1L << Math.min(over - 1, MOST_DOUBLINGS));
  }

  private static boolean isForgotten(@Nullable Wrong wrong) {
    return wrong == null || wrong.sinceLast().elapsed().compareTo(MEMORY) > 0;
  }
}
