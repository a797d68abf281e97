package io.github.flippingbookemulator.internal.http;

/** What a caller of an endpoint has to show. */
public enum Access {
  /** An API key in the {@code Authorization} header; takes a token of the rate limit. */
  API_KEY,
  /** An API key in the header or, without that header, an {@code accessToken} in query or body. */
  API_KEY_OR_ACCESS_TOKEN,
  /**
   * Whatever the control plane wants: it has to be switched on, a page of another site is refused,
   * so is a name that could be one's, and the token has to be shown, if there is one.
   */
  CONTROL,
  /** As the control plane, but for the name and the token: to show the token is what it is for. */
  LOGIN,
  /** Nothing, but there is no dashboard where there is no control plane. */
  DASHBOARD,
  /** Nothing, but pages of other sites are refused. */
  OWN_SITE,
  /** Nothing. */
  NOTHING;

  boolean isOfApi() {
    return this == API_KEY || this == API_KEY_OR_ACCESS_TOKEN;
  }
}
