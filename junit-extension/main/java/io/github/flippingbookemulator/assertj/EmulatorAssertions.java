package io.github.flippingbookemulator.assertj;

import io.github.flippingbookemulator.control.EmulatorControl;

/** The entry point of assertions on emulators. It can be imported beside AssertJ's own. */
public final class EmulatorAssertions {
  private EmulatorAssertions() {}

  /**
   * Starts an assertion.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).publication(catalog).isConverted().hasPages(12);
   * // fails
   * assertThat(emulator).deliveries().ofEvent("lead").hasSize(1);
   * </code></pre>
   *
   * @param emulator the emulator; each step reads it again
   * @return an assertion on it
   */
  public static EmulatorAssert assertThat(EmulatorControl emulator) {
    return new EmulatorAssert(new AssertionContext(emulator, null));
  }
}
