package io.github.flippingbookemulator.junit;

import io.github.flippingbookemulator.control.EmulatorControl;

/**
 * Prepares by code the state that each test starts from. It runs once for all tests that name it;
 * then each test starts with a copy of the resulting state, which takes about as long as a reset.
 *
 * <pre>{@code
 * final class TwoCatalogs implements Baseline {
 *   @Override
 *   public void prepare(EmulatorControl flippingBook) throws Exception {
 *     var publisher = new CatalogPublisher(flippingBook.apiUrl(), flippingBook.apiKey());
 *     publisher.publish("Spring catalog", pdf);
 *     publisher.publish("Autumn catalog", pdf);
 *   }
 * }
 *
 * @FlippingBookEmulator(baseline = TwoCatalogs.class)
 * class CatalogListTest { … }
 * }</pre>
 *
 * <p>The state is what {@link io.github.flippingbookemulator.snapshot.Snapshot} holds: no journal,
 * no deliveries, no mails. The keys are the same for all these tests.
 */
@FunctionalInterface
public interface Baseline {
  /**
   * Prepares the state.
   *
   * @param flippingBook an emulator as if just started, with the options of the test
   * @throws Exception if that fails; the tests fail then
   */
  void prepare(EmulatorControl flippingBook) throws Exception;

  /** No baseline: each test starts with an empty service. */
  final class None implements Baseline {
    private None() {}

    @Override
    public void prepare(EmulatorControl flippingBook) {}
  }
}
