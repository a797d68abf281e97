package io.github.flippingbookemulator.internal.compare;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A call as a probe makes it.
 *
 * @param method the HTTP method
 * @param path what follows {@code /api/v1}
 * @param authorization the header instead of the one with the key; empty for none; null for the key
 * @param body what is sent; null for nothing
 */
record ApiRequest(
    String method, String path, @Nullable String authorization, byte @Nullable [] body) {
  static ApiRequest of(String method, String path) {
    return new ApiRequest(method, path, null, null);
  }

  static ApiRequest get(String path) {
    return of("GET", path);
  }

  static ApiRequest post(String path, String body) {
    return of("POST", path).body(body.getBytes(StandardCharsets.UTF_8));
  }

  ApiRequest body(byte[] newBody) {
    return new ApiRequest(method, path, authorization, newBody);
  }

  ApiRequest authorization(String header) {
    return new ApiRequest(method, path, header, body);
  }

  /** Whether the call could change something, so that an answer that got lost matters. */
  boolean mayCreate() {
    return method.equals("POST");
  }
}
