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
  static Lease of(ExtensionConfig config) {
    URI url = config.url();
    return url == null ? new PooledLease(config) : new RemoteLease(config, url);
  }

  EmulatorControl emulator();

  /** Makes it as if just taken, with the options of one of those who share it. */
  void reset(ExtensionConfig config);

  /** Says that somebody may still be at it, so that the server must not be used again. */
  void spoil();

  @Override
  void close();
}
