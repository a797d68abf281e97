package io.github.flippingbookemulator.junit;

/** What separates tests from each other. */
public enum Isolation {
  /**
   * Only the {@link Scope}: tests that share an emulator see each other's changes (the default).
   */
  EMULATOR,
  /**
   * Each test has an account of its own on a shared emulator, with its own key, data and rate
   * limit. The key is revoked when the test ends. Clock, faults and the journal are shared.
   *
   * <p>For suites that start one application under test, which always calls the same emulator. Each
   * test passes its own key to the application, for example with a request.
   */
  ACCOUNT
}
