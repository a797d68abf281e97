package io.github.flippingbookemulator.junit;

/** What keeps tests apart. */
public enum Isolation {
  /** The {@link Scope}: tests that share an emulator see what the others did (the default). */
  EMULATOR,
  /**
   * Accounts: each test has one of its own on a shared emulator, with its own key, data and rate
   * limit. The key is revoked when the test ends. Clock, faults and the journal are shared.
   *
   * <p>This is for suites that start one application under test: it calls one emulator all the
   * time, and each test passes its own key to it, for example with the request that the test makes.
   */
  ACCOUNT
}
