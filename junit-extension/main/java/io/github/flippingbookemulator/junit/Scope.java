package io.github.flippingbookemulator.junit;

/** How long an emulator keeps what it has been told. */
public enum Scope {
  /**
   * One test method, one invocation of it where it is repeated or has parameters, or one factory of
   * dynamic tests with all its tests (the default). The emulator is wholly reset for each.
   */
  METHOD,
  /** The annotated class, with the classes nested in it. */
  CLASS,
  /** All tests that JUnit is started for: equal annotations share an emulator. */
  SUITE
}
