package io.github.flippingbookemulator.error;

/**
 * The error codes of the API, each with its HTTP status.
 *
 * <p>{@link #wire()} returns the code as the API writes it. Each constant states the grade of
 * evidence for the code: D documented, H documented earlier, E the emulator's own decision.
 */
public enum ErrorCode {
  /** The body cannot be parsed as JSON (D). */
  INVALID_DATA("InvalidData", 400),
  /** The call has no {@code Authorization} header (D). */
  NO_AUTHORIZATION_HEADER("NoAuthorizationHeader", 401),
  /** The scheme of the {@code Authorization} header is not {@code Bearer} (D). */
  BAD_AUTHORIZATION_TYPE("BadAuthorizationType", 401),
  /** The API key is unknown or revoked (D). */
  INVALID_API_KEY("InvalidApiKey", 403),
  /** The access token is wrong (code H, status E). */
  INVALID_ACCESS_TOKEN("InvalidAccessToken", 403),
  /** No endpoint has this method and path (D). */
  NOT_FOUND("NotFound", 404),
  /** The object does not exist or belongs to another account (code H, status E). */
  OBJECT_NOT_FOUND("ObjectNotFound", 404),
  /** The key has been used faster than the rate limit allows (D). */
  RATE_LIMIT_EXCEEDED("RateLimitExceeded", 429),
  /** The request is larger than 1 MB (limit D, code and status E). */
  REQUEST_TOO_LARGE("RequestTooLarge", 413),
  /** The account already has ten API keys (code H, status E). */
  KEY_LIMIT_EXCEEDED("KeyLimitExceeded", 403),
  /** The plan allows no further publication (E). */
  PUBLICATION_LIMIT_EXCEEDED("PublicationLimitExceeded", 403),
  /** The plan allows no further tracked link (E). */
  TRACKED_LINK_LIMIT_EXCEEDED("TrackedLinkLimitExceeded", 403),
  /** The plan allows no further trigger (E). */
  TRIGGER_LIMIT_EXCEEDED("TriggerLimitExceeded", 403),
  /** The plan lacks the feature (E). */
  FEATURE_NOT_AVAILABLE("FeatureNotAvailable", 403),
  /** The request does not meet the required format, or the service itself failed (D). */
  INTERNAL_ERROR("InternalError", 500);

  private final String wire;
  private final int status;

  ErrorCode(String wire, int status) {
    this.wire = wire;
    this.status = status;
  }

  /**
   * Returns the code as the API writes it.
   *
   * @return the value of {@code wellKnownError}
   */
  public String wire() {
    return wire;
  }

  /**
   * Returns the HTTP status that goes with the code.
   *
   * @return 400 to 500
   */
  public int status() {
    return status;
  }

  /**
   * Returns whether earlier editions of the API sent this code with HTTP 200 (H).
   *
   * @return true for missing objects, wrong access tokens and reached limits of an account
   */
  public boolean wasAnsweredWith200() {
    return switch (this) {
      case OBJECT_NOT_FOUND,
          INVALID_ACCESS_TOKEN,
          KEY_LIMIT_EXCEEDED,
          PUBLICATION_LIMIT_EXCEEDED,
          TRACKED_LINK_LIMIT_EXCEEDED,
          TRIGGER_LIMIT_EXCEEDED ->
          true;
      default -> false;
    };
  }
}
