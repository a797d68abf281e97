package io.github.flippingbookemulator.http;

/** What a caller of an endpoint has to show. */
public enum Access {
  /** An API key in the {@code Authorization} header; takes a token of the rate limit. */
  API_KEY,
  /** An API key in the header or, without that header, an {@code accessToken} in query or body. */
  API_KEY_OR_ACCESS_TOKEN,
  /** Nothing. */
  NOTHING
}
