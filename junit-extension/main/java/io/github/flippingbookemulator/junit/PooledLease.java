package io.github.flippingbookemulator.junit;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** One use of a server of this JVM. */
final class PooledLease implements Lease {
  private final Credentials keys = Credentials.fresh();
  private final EmulatorOptions options;
  private final Emulator emulator;
  private boolean spoiled;

  /**
   * Takes a server.
   *
   * @throws ExtensionConfigurationException if it cannot be provided as configured
   */
  PooledLease(ExtensionConfig config) {
    options = options(config);
    try {
      emulator = Pool.SHARED.take(options);
    } catch (UncheckedIOException e) {
      throw config.wrong(
          e.getMessage() + " With port = 0, or without a port, each emulator finds a free one.", e);
    } catch (IllegalArgumentException e) {
      throw config.wrong(e.getMessage(), e);
    }
    try {
      config.prepare(emulator);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  @Override
  public Emulator emulator() {
    return emulator;
  }

  @Override
  public void reset(ExtensionConfig config) {
    try {
      emulator.reset(options(config));
    } catch (IllegalArgumentException e) {
      throw config.wrong(
          "the emulator that the class around it has asked for cannot be reset to this: "
              + e.getMessage(),
          e);
    }
    config.prepare(emulator);
  }

  @Override
  public void spoil() {
    spoiled = true;
  }

  @Override
  public void close() {
    if (spoiled) {
      Pool.SHARED.stop(emulator);
    } else {
      Pool.SHARED.giveBack(emulator, options);
    }
  }

  private EmulatorOptions options(ExtensionConfig config) {
    return config.freshKeys() ? keys.on(config.options()) : config.options();
  }
}
