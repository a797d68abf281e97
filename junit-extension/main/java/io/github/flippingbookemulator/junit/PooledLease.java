package io.github.flippingbookemulator.junit;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** One use of a server of this JVM. */
final class PooledLease implements Lease {
  private final Keys keys = Keys.fresh();
  private final EmulatorOptions options;
  private final Emulator emulator;
  private boolean spoiled;

  /**
   * Takes a server.
   *
   * @throws ExtensionConfigurationException if it cannot be had as the setup says
   */
  PooledLease(Setup setup) {
    options = options(setup);
    try {
      emulator = Pool.SHARED.take(options);
    } catch (UncheckedIOException e) {
      throw setup.wrong(
          e.getMessage() + " With port = 0, or without a port, each emulator finds a free one.", e);
    } catch (IllegalArgumentException e) {
      throw setup.wrong(e.getMessage(), e);
    }
    try {
      setup.prepare(emulator);
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
  public void reset(Setup setup) {
    try {
      emulator.reset(options(setup));
    } catch (IllegalArgumentException e) {
      throw setup.wrong(
          "the emulator that the class around it has asked for cannot be reset to this: "
              + e.getMessage(),
          e);
    }
    setup.prepare(emulator);
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

  private EmulatorOptions options(Setup setup) {
    return setup.freshKeys() ? keys.on(setup.options()) : setup.options();
  }
}
