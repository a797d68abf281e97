package io.github.flippingbookemulator.internal.fault;

import io.github.flippingbookemulator.error.ErrorCode;
import io.github.flippingbookemulator.fault.CallMatcher;
import java.util.Map;
import java.util.Optional;

/**
 * An operation of the API.
 *
 * @param method the HTTP method
 * @param path the path below {@code /api/v1}; with names in braces for ids if it is an endpoint's,
 *     with the ids themselves, without dashes, if it is a call's
 */
public record Operation(String method, String path) {
  /** The paths of POST that create something limited, with the error code of the limit. */
  private static final Map<String, ErrorCode> QUOTAS =
      Map.of(
          "/auth/key", ErrorCode.KEY_LIMIT_EXCEEDED,
          "/fbonline/publication", ErrorCode.PUBLICATION_LIMIT_EXCEEDED,
          "/fbonline/tracked_links", ErrorCode.TRACKED_LINK_LIMIT_EXCEEDED,
          "/fbonline/triggers", ErrorCode.TRIGGER_LIMIT_EXCEEDED,
          "/fbonline/webhook", ErrorCode.TRIGGER_LIMIT_EXCEEDED,
          "/fbonline/publication/*/trigger", ErrorCode.TRIGGER_LIMIT_EXCEEDED,
          "/fbonline/tracked_links/hook", ErrorCode.TRIGGER_LIMIT_EXCEEDED);

  /**
   * Returns which limit the operation can reach.
   *
   * @return the code of the error; empty if it creates nothing that is limited
   */
  public Optional<ErrorCode> quota() {
    return method.equals("POST")
        ? QUOTAS.entrySet().stream()
            .filter(each -> CallMatcher.every().to(each.getKey()).matches(method, path))
            .map(Map.Entry::getValue)
            .findFirst()
        : Optional.empty();
  }
}
