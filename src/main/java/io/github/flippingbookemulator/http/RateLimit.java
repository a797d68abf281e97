package io.github.flippingbookemulator.http;

/** What happens to a call that comes faster than the rate limit allows. */
public enum RateLimit {
  /** It waits for its turn; with too many waiting before it, it is refused (the default). */
  WAIT,
  /** It is refused with {@code RateLimitExceeded}. */
  REJECT,
  /** Nothing; there is no limit. */
  OFF
}
