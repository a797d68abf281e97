package io.github.flippingbookemulator.junit;

/**
 * Unfinished work or an error that a test can leave behind although it passed. Those chosen in
 * {@link FlippingBookEmulator#failOn} make the test fail at its end, without waiting.
 *
 * <p>If tests run at the same time on one emulator without accounts of their own, each of them also
 * fails for leaks of the others.
 */
public enum Leak {
  /**
   * A call of an address that the service does not have. On {@linkplain Isolation#ACCOUNT accounts
   * of their own}, a call without the test's key is ignored.
   */
  UNKNOWN_ENDPOINTS,
  /**
   * A notification that no receiver has accepted with 2xx: it failed, was not tried yet, or will be
   * tried again. A test that causes notifications therefore waits for them, for example with {@code
   * inbox.await(1)}.
   */
  UNANSWERED_WEBHOOKS,
  /** A 429 after which the same method and path was never called with success. */
  SWALLOWED_RATE_LIMITS,
  /** A source that has neither converted nor failed. */
  RUNNING_CONVERSIONS,
  /**
   * An undocumented behavior of the service that the test relied on, unless its id is among those
   * of {@link FlippingBookEmulator#reliesOn}. See {@link
   * io.github.flippingbookemulator.fidelity.FidelityControl#used}.
   */
  GUESSES
}
