package io.github.flippingbookemulator.internal.outbound;

/**
 * A URL that no request can be sent to. The message says why and fits after "the url … ", such as
 * "is not an absolute http or https address".
 */
public final class BadUrl extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  BadUrl(String reason) {
    super(reason);
  }

  /** Returns the reason. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
