package io.github.flippingbookemulator.fault;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which calls of the API a fault applies to, and how many of them.
 *
 * <pre>{@code
 * CallMatcher.next() // any call
 * CallMatcher.next(2).to("POST", "/fbonline/publication")
 * CallMatcher.every().to("/fbonline/publication/**").by(account.id())
 * }</pre>
 *
 * @param times how many calls, 1 or more; {@link #NO_END} for all until the fault is removed
 * @param method the HTTP method; null for any
 * @param path the path below {@code /api/v1}, beginning with a slash. {@code *} matches one whole
 *     segment, such as an id; {@code **} at the end matches the rest, which may be empty: {@code
 *     /fbonline/publication/**} also matches {@code /fbonline/publication}. Ids match with or
 *     without the dashes of a UUID.
 * @param accountId the id of the account that calls; 0 for any
 */
public record CallMatcher(int times, @Nullable String method, String path, long accountId) {
  /** The number of calls that means no limit. */
  public static final int NO_END = Integer.MAX_VALUE;

  private static final String ANY_PATH = "/**";
  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE");

  /**
   * Checks what can be checked without the list of endpoints.
   *
   * @throws IllegalArgumentException if a value can never match; the message says what to write
   *     instead
   */
  public CallMatcher {
    if (times < 1) {
      throw new IllegalArgumentException(
          "A fault applies to at least one call, not %d; to take it back, remove it."
              .formatted(times));
    }
    if (method != null && !METHODS.contains(method)) {
      throw new IllegalArgumentException(
          "The method is one of %s, in capitals, not '%s'.".formatted(METHODS, method));
    }
    PathPattern.of(path);
    if (accountId < 0) {
      throw new IllegalArgumentException(
          "The id of an account is 1 or more, or 0 for any account, not %d.".formatted(accountId));
    }
  }

  /**
   * Matches one call.
   *
   * @return a matcher for the next call
   */
  public static CallMatcher next() {
    return next(1);
  }

  /**
   * Matches a number of calls.
   *
   * @param times how many, 1 or more
   * @return a matcher for the next calls
   */
  public static CallMatcher next(int times) {
    return new CallMatcher(times, null, ANY_PATH, 0);
  }

  /**
   * Matches all calls, until the fault is removed or the emulator is reset.
   *
   * @return a matcher for every call
   */
  public static CallMatcher every() {
    return next(NO_END);
  }

  /**
   * Restricts the calls to a path, with any method.
   *
   * @param newPath may contain {@code *} and {@code **}, see {@link CallMatcher}
   * @return a copy with this path
   */
  public CallMatcher to(String newPath) {
    return new CallMatcher(times, null, newPath, accountId);
  }

  /**
   * Restricts the calls to a path and a method.
   *
   * @param newMethod {@code GET}, {@code POST}, {@code PUT} or {@code DELETE}
   * @param newPath may contain {@code *} and {@code **}, see {@link CallMatcher}
   * @return a copy with this method and path
   */
  public CallMatcher to(String newMethod, String newPath) {
    return new CallMatcher(times, Objects.requireNonNull(newMethod), newPath, accountId);
  }

  /**
   * Restricts the calls to those of an account.
   *
   * @param newAccountId the account's id
   * @return a copy with this account
   */
  public CallMatcher by(long newAccountId) {
    return new CallMatcher(times, method, path, newAccountId);
  }

  /**
   * Tells whether method and path match, whoever calls.
   *
   * @param calledMethod the HTTP method
   * @param calledPath the path below {@code /api/v1}, with ids or with names in braces for them
   * @return true if both match
   */
  public boolean matches(String calledMethod, String calledPath) {
    return (method == null || method.equals(calledMethod))
        && PathPattern.of(path).matches(calledPath);
  }
}
