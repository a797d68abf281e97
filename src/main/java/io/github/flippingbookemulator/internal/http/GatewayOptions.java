package io.github.flippingbookemulator.internal.http;

import io.github.flippingbookemulator.http.RateLimit;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the gateway answers.
 *
 * @param rateLimit what happens to calls above the rate limit
 * @param maxWaiting how many calls of one key may wait at once in mode {@link RateLimit#WAIT}; one
 *     more is refused
 * @param flatErrors whether errors have the flat form of the older reference pages
 * @param applicationErrorsAs200 whether object and limit errors have HTTP status 200, as in earlier
 *     editions
 * @param publicUrl the start of absolute URLs; null for the host that the client called
 * @param corsOrigins the origins whose pages may call the emulated API; empty for none
 * @param control who may use the control plane
 * @param logRequests whether each request is logged
 */
public record GatewayOptions(
    RateLimit rateLimit,
    int maxWaiting,
    boolean flatErrors,
    boolean applicationErrorsAs200,
    @Nullable URI publicUrl,
    List<String> corsOrigins,
    ControlOptions control,
    boolean logRequests) {
  /** Copies the list and refuses a negative number. */
  public GatewayOptions {
    corsOrigins = List.copyOf(corsOrigins);
    if (maxWaiting < 0) {
      throw new IllegalArgumentException("max waiting is 0 or more, not " + maxWaiting);
    }
  }
}
