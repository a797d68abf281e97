package io.github.flippingbookemulator.internal.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.github.flippingbookemulator.error.ErrorCode;
import io.github.flippingbookemulator.error.Refusal;
import io.github.flippingbookemulator.http.RateLimit;
import io.github.flippingbookemulator.internal.fidelity.Reliance;
import io.github.flippingbookemulator.internal.fidelity.Statement;
import io.github.flippingbookemulator.internal.time.EmulatorClock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Allows each key ten calls in a row, then one per second (D).
 *
 * <p>A token bucket, stored as the instant at which it will be full again. A call takes a token at
 * once or reserves the next free one, so that the n-th waiting call waits up to n seconds.
 */
final class RateLimiter {
  private static final Duration PER_TOKEN = Duration.ofSeconds(1);
  private static final Duration CAPACITY = PER_TOKEN.multipliedBy(10);

  private final EmulatorClock clock;
  private final RateLimit mode;
  private final int maxWaiting;
  private @Nullable Cache<String, Bucket> buckets;

  RateLimiter(EmulatorClock clock, RateLimit mode, int maxWaiting) {
    this.clock = clock;
    this.mode = mode;
    this.maxWaiting = maxWaiting;
  }

  /** Loads the classes that the first call needs, for {@link ClassPreloader}. */
  static void load() {
    newBuckets(0, () -> 0L).get("", key -> "");
  }

  /**
   * Takes a token for a call.
   *
   * @param key the API key that calls
   * @return how long the call has to wait on the emulator's clock
   * @throws Refusal {@link ErrorCode#RATE_LIMIT_EXCEEDED} if it is refused instead
   */
  Duration take(String key) {
    if (mode == RateLimit.OFF) {
      return Duration.ZERO;
    }
    return buckets().get(key, unused -> new Bucket()).take();
  }

  /**
   * Made at the first call: loading the library is slow and would delay the start of the server.
   */
  private synchronized Cache<String, Bucket> buckets() {
    if (buckets == null) {
      buckets = newBuckets(maxWaiting, () -> nanos(clock.now()));
    }
    return buckets;
  }

  /**
   * A bucket that was not used for the time of the longest queue is full, so a new one can replace
   * it.
   */
  private static <T> Cache<String, T> newBuckets(int maxWaiting, Ticker ticker) {
    return Caffeine.newBuilder()
        .ticker(ticker)
        .expireAfterAccess(CAPACITY.plus(PER_TOKEN.multipliedBy(maxWaiting)).plusSeconds(1))
        .executor(Runnable::run)
        .build();
  }

  private final class Bucket {
    private Instant fullAt = Instant.MIN;

    synchronized Duration take() {
      Instant now = clock.now();
      Instant fullBefore = fullAt.isAfter(now) ? fullAt : now;
      Instant fullAfter = fullBefore.plus(PER_TOKEN);
      Duration wait = Duration.between(now.plus(CAPACITY), fullAfter);
      if (wait.isNegative() || wait.isZero()) {
        fullAt = fullAfter;
        return Duration.ZERO;
      }
      if (clock.speed() == 0 && mode == RateLimit.WAIT) {
        Reliance.on(Statement.RATE_FROZEN_CLOCK);
        return wait; // on a frozen clock no call waits, so nothing is reserved
      }
      // Reservations are a second apart: a wait of up to n seconds has n - 1 calls before it.
      long waitingBefore = ceilSeconds(wait) - 1;
      if (mode == RateLimit.REJECT || waitingBefore >= maxWaiting) {
        Reliance.on(Statement.RATE_TOO_MANY_WAITING);
        throw Refusal.of(
            ErrorCode.RATE_LIMIT_EXCEEDED,
            mode == RateLimit.REJECT
                ? "This API key made more than ten calls in a row and more than one a second since."
                : "This API key already has " + waitingBefore + " calls waiting.");
      }
      fullAt = fullAfter;
      Reliance.on(Statement.RATE_BUCKET);
      return wait;
    }
  }

  /** Overflows after 292 years, which is harmless: only the differences of a ticker count. */
  private static long nanos(Instant now) {
    return now.getEpochSecond() * 1_000_000_000 + now.getNano();
  }

  private static long ceilSeconds(Duration duration) {
    return duration.getNano() == 0 ? duration.getSeconds() : duration.getSeconds() + 1;
  }
}
