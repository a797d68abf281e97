package io.github.flippingbookemulator.junit;

/** How long an emulator keeps its state. */
public enum Scope {
  /**
   * One test method, one invocation of a repeated or parameterized method, or one factory of
   * dynamic tests with all its tests (the default). The emulator is completely reset for each.
   */
  METHOD,
  /** The annotated class, with the classes nested in it. */
  CLASS,
  /** All tests of one JUnit launcher session: equal annotations share an emulator. */
  SUITE
}
