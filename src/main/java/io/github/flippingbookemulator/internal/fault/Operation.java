package io.github.flippingbookemulator.internal.fault;

import io.github.flippingbookemulator.error.ErrorCode;
import io.github.flippingbookemulator.fault.CallMatcher;
import java.util.Map;
import java.util.Optional;

/**
 * Something that can be called.
 *
 * @param method the HTTP method
 * @param path below {@code /api/v1}; in the table of endpoints with names in braces for ids, in a
 *     call with the ids themselves, without dashes
 */
public record Operation(String method, String path) {
  /** What a POST creates, and the limit that goes with it. */
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
   * Tells which limit of the plan it can hit.
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
