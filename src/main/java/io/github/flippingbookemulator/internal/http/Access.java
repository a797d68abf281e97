package io.github.flippingbookemulator.internal.http;

/** What an endpoint requires of its callers. */
public enum Access {
  /** An API key in the {@code Authorization} header; the call counts against the rate limit. */
  API_KEY,
  /** An API key in the header or, without that header, an {@code accessToken} in the query (D). */
  API_KEY_OR_TOKEN_IN_QUERY,
  /** An API key in the header or, without that header, an {@code accessToken} in the body (D). */
  API_KEY_OR_TOKEN_IN_BODY,
  /**
   * All checks of the control plane: it is switched on, no page of another site makes the call, the
   * host name is allowed, and the token is right, if one is set.
   */
  CONTROL,
  /** As {@link #CONTROL}, without the checks of host name and token: these calls send the token. */
  LOGIN,
  /** No credentials, but calls by pages of other sites are refused as those of the API are. */
  SIGN_ON_PAGE,
  /** No credentials, but the control plane must be switched on. */
  DASHBOARD,
  /** No credentials, but calls by pages of other sites are refused. */
  OWN_SITE,
  /** No checks. */
  NOTHING;

  /** Whether {@link BrowserRule} applies. */
  boolean isForOwnPages() {
    return isOfApi() || this == SIGN_ON_PAGE;
  }

  boolean isOfApi() {
    return this == API_KEY || this == API_KEY_OR_TOKEN_IN_QUERY || this == API_KEY_OR_TOKEN_IN_BODY;
  }
}
