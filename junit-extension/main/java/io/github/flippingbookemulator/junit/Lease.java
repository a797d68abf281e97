package io.github.flippingbookemulator.junit;

import io.github.flippingbookemulator.control.EmulatorControl;
import java.net.URI;

/** One use of an emulator: by a test, or by a class or suite whose tests share it. */
interface Lease extends AutoCloseable {
  /**
   * Takes an emulator.
   *
   * @throws org.junit.jupiter.api.extension.ExtensionConfigurationException if it cannot be had as
   *     the setup says
   */
  static Lease of(Setup setup) {
    URI url = setup.url();
    return url == null ? new PooledLease(setup) : new RemoteLease(setup, url);
  }

  EmulatorControl emulator();

  /** Makes it as if just taken, with the options of one of those who share it. */
  void reset(Setup setup);

  /** Says that somebody may still be at it, so that the server must not be used again. */
  void spoil();

  @Override
  void close();
}
