package io.github.flippingbookemulator.fault;

import io.github.flippingbookemulator.error.ErrorCode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong with a call of the API when a test wants it. The service has no such thing, so
 * all of it is the emulator's own decision (E).
 *
 * <p>A fault strikes where the endpoint would begin its work: the endpoint exists, the key is
 * valid, the rate limit has let the call pass and the body is JSON. A call that fails before that
 * gets its own error and uses up no fault.
 */
public sealed interface Fault {
  /**
   * Names the fault in the journal.
   *
   * @return the kind and its value, such as {@code cutAfter} or {@code refuse RateLimitExceeded}
   */
  String label();

  /**
   * The call is refused and has no effect.
   *
   * @param code the code of the error
   * @param status the HTTP status, 400 to 599; null for the one that goes with the code
   * @param message the message of the error; null for one that says that it is a fault on demand
   */
  record Refuse(ErrorCode code, @Nullable Integer status, @Nullable String message)
      implements Fault {
    /** Refuses a status that is none of an error. */
    public Refuse {
      if (status != null) {
        requireErrorStatus(status);
      }
    }

    /**
     * Refuses with the status that goes with the code.
     *
     * @param code the code of the error
     */
    public Refuse(ErrorCode code) {
      this(code, null, null);
    }

    /**
     * Refuses with another status than the one that goes with the code.
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
   * The call has no effect, and an error page comes back in HTML rather than JSON, as proxies in
   * front of a service answer while it is away.
   *
   * @param status the HTTP status, 400 to 599, such as 502, 503 or 504
   */
  record ProxyError(int status) implements Fault {
    /** Refuses a status that is none of an error. */
    public ProxyError {
      requireErrorStatus(status);
    }

    @Override
    public String label() {
      return "proxyError " + status;
    }
  }

  /**
   * The call begins its work later, and is then answered as always. No thread waits. On a clock
   * that stands still, or is frozen meanwhile, the delay ends at once.
   *
   * @param time how long on the emulator's clock: more than nothing, at most a day
   */
  record Delay(Duration time) implements Fault {
    private static final Duration LONGEST = Duration.ofDays(1);

    /** Refuses what is no delay. */
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
   * The connection is closed without an answer, and the call has had no effect.
   *
   * <p>A client cannot tell this from {@link CutAfter}. Some send the call again by themselves:
   * Java's own HTTP client sends a GET twice in all (seen on JDK 17 and 25), though nothing else.
   * So one cut GET is a success to its user and two calls in the journal; an error takes {@code
   * Calls.next(2)}, or {@link CallMatcher#every}.
   */
  record CutBefore() implements Fault {
    @Override
    public String label() {
      return "cutBefore";
    }
  }

  /**
   * The call takes effect, or is refused, as always, but the connection is closed without an
   * answer. This shows whether it is safe to repeat a call; see {@link CutBefore} for clients that
   * repeat some by themselves.
   */
  record CutAfter() implements Fault {
    @Override
    public String label() {
      return "cutAfter";
    }
  }

  /**
   * The call takes effect, or is refused, as always, but only the first half of the answer's body
   * comes back: with the right status and headers, and no JSON.
   */
  record MalformedBody() implements Fault {
    @Override
    public String label() {
      return "malformedBody";
    }
  }

  /**
   * The API key of the call is revoked after it has been checked: this call still takes effect and
   * is answered, the next one with that key is refused. Calls without a key are not struck.
   */
  record RevokeKey() implements Fault {
    @Override
    public String label() {
      return "revokeKey";
    }
  }

  /**
   * The call is refused as if the account had used up its plan, with the code that goes with what
   * it would have created. Calls that create nothing that is limited are not struck.
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
