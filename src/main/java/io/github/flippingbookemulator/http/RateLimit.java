package io.github.flippingbookemulator.http;

/** What happens to a call above the rate limit. */
public enum RateLimit {
  /** It waits until the limit allows it; if too many are waiting, it is refused (the default). */
  WAIT,
  /** It is refused with {@code RateLimitExceeded}. */
  REJECT,
  /** There is no limit. */
  OFF
}
