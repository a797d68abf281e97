package io.github.flippingbookemulator.junit;

import io.github.flippingbookemulator.control.EmulatorControl;

/**
 * Prepares by code what each test is to start from. It runs once for all tests that name it; then
 * each test begins with a copy of what it has left, which takes about as long as a reset.
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
 * <p>What is kept is what {@link io.github.flippingbookemulator.snapshot.Snapshot} holds: no
 * journal, no deliveries, no mails. The keys are the same for all these tests.
 */
@FunctionalInterface
public interface Baseline {
  /**
   * Prepares.
   *
   * @param flippingBook an emulator as if just started, with the options of the test
   * @throws Exception if that fails; then the tests fail
   */
  void prepare(EmulatorControl flippingBook) throws Exception;

  /** Stands for no baseline: each test starts with an empty service. */
  final class None implements Baseline {
    private None() {}

    @Override
    public void prepare(EmulatorControl flippingBook) {}
  }
}
