package io.github.flippingbookemulator.assertj;

import io.github.flippingbookemulator.control.EmulatorControl;

/** Where assertions on emulators begin; made to be imported beside AssertJ's own. */
public final class EmulatorAssertions {
  private EmulatorAssertions() {}

  /**
   * Begins an assertion.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).publication(catalog).isConverted().hasPages(12);
   * // fails
   * assertThat(emulator).deliveries().ofEvent("lead").hasSize(1);
   * </code></pre>
   *
   * @param emulator what to look at; it is asked anew by each step
   * @return what to assert on it
   */
  public static EmulatorAssert assertThat(EmulatorControl emulator) {
    return new EmulatorAssert(new AssertionContext(emulator, null));
  }
}
