package io.github.flippingbookemulator.fault;

import io.github.flippingbookemulator.error.ErrorCode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A failure of an API call, requested by a test. The service has no such feature, so all of it is
 * the emulator's own decision (E).
 *
 * <p>A fault applies after all checks before the endpoint's own work: the endpoint exists, the key
 * or token is valid, the rate limit allows the call and the body is JSON. A call that fails a check
 * gets its own error and uses up no fault.
 */
public sealed interface Fault {
  /**
   * Returns the name of the fault in the journal.
   *
   * @return the kind and its value, such as {@code cutAfter} or {@code refuse RateLimitExceeded}
   */
  String label();

  /**
   * The call is refused and has no effect.
   *
   * @param code the code of the error
   * @param status the HTTP status, 400 to 599; null for that of the code
   * @param message the message of the error; null for a standard one
   */
  record Refuse(ErrorCode code, @Nullable Integer status, @Nullable String message)
      implements Fault {
    /** Checks the range of the status. */
    public Refuse {
      if (status != null) {
        requireErrorStatus(status);
      }
    }

    /**
     * Refuses with the status of the code.
     *
     * @param code the code of the error
     */
    public Refuse(ErrorCode code) {
      this(code, null, null);
    }

    /**
     * Refuses with another status than that of the code.
     *
     * @param code the code of the error
     * @param status the HTTP status, 400 to 599
     */
    public Refuse(ErrorCode code, int status) {
      this(code, status, null);
    }

    @Override
    public String label() {
      return "refuse " + (status == null ? "" : status + " ") + code.wire();
    }
  }

  /**
   * The call has no effect, and the response is an HTML error page, like that of a proxy in front
   * of a service that is down.
   *
   * @param status the HTTP status, 400 to 599, such as 502, 503 or 504
   */
  record ProxyError(int status) implements Fault {
    /** Checks the range of the status. */
    public ProxyError {
      requireErrorStatus(status);
    }

    @Override
    public String label() {
      return "proxyError " + status;
    }
  }

  /**
   * The call is processed after a delay, without a waiting thread. If the clock stands still or is
   * frozen meanwhile, the delay ends at once.
   *
   * @param time the delay on the emulator's clock, more than zero and at most a day
   */
  record Delay(Duration time) implements Fault {
    private static final Duration LONGEST = Duration.ofDays(1);

    /** Checks the range of the delay. */
    public Delay {
      if (time.isNegative() || time.isZero() || time.compareTo(LONGEST) > 0) {
        throw new IllegalArgumentException(
            "A delay is longer than nothing and at most a day, unlike " + time + ".");
      }
    }

    @Override
    public String label() {
      return "delay " + time;
    }
  }

  /**
   * The connection is closed without a response, and the call has no effect.
   *
   * <p>A client cannot distinguish this from {@link CutAfter}. Some clients retry by themselves:
   * Java's HTTP client sends a GET a second time (seen on JDK 17 and 25), but no other method. So
   * one cut GET is a success for its user and two calls in the journal; to cause an error, use
   * {@code CallMatcher.next(2)} or {@link CallMatcher#every}.
   */
  record CutBefore() implements Fault {
    @Override
    public String label() {
      return "cutBefore";
    }
  }

  /**
   * The call takes effect, or is refused, as usual, but the connection is closed without a
   * response. This tests whether it is safe to retry a call; see {@link CutBefore} for clients that
   * retry by themselves.
   */
  record CutAfter() implements Fault {
    @Override
    public String label() {
      return "cutAfter";
    }
  }

  /**
   * The call takes effect, or is refused, as usual, but only the first half of the response body is
   * sent: with the right status and headers, but no valid JSON.
   */
  record MalformedBody() implements Fault {
    @Override
    public String label() {
      return "malformedBody";
    }
  }

  /**
   * The API key of the call is revoked after it has been checked: this call is still processed, the
   * next one with that key is refused. It does not apply to calls without a key.
   */
  record RevokeKey() implements Fault {
    @Override
    public String label() {
      return "revokeKey";
    }
  }

  /**
   * The call is refused as if the account had reached the limit for what the call creates, with the
   * code of that limit. It does not apply to calls that create nothing that is limited.
   */
  record QuotaHit() implements Fault {
    @Override
    public String label() {
      return "quotaHit";
    }
  }

  private static void requireErrorStatus(int status) {
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException(
          "The status of an error is 400 to 599, not " + status + ".");
    }
  }
}
