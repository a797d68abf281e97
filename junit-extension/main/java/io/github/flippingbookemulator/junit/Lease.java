package io.github.flippingbookemulator.junit;

import io.github.flippingbookemulator.control.EmulatorControl;
import java.net.URI;

/** One use of an emulator: by a test, or by a class or suite whose tests share it. */
interface Lease extends AutoCloseable {
  /**
   * Takes an emulator.
   *
   * @throws org.junit.jupiter.api.extension.ExtensionConfigurationException if it cannot be
   *     provided as configured
   */
  static Lease of(ExtensionConfig config) {
    URI url = config.url();
    return url == null ? new PooledLease(config) : new RemoteLease(config, url);
  }

  EmulatorControl emulator();

  /** Resets it to its state after a start, with the options of one of the tests that share it. */
  void reset(ExtensionConfig config);

  /** Marks it as possibly still in use, so that the server is not used again. */
  void spoil();

  @Override
  void close();
}
