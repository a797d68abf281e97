package io.github.flippingbookemulator.junit;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** One use of a server: by a test, or by a class or suite whose tests share it. */
final class Lease implements AutoCloseable {
  private final Keys keys = Keys.fresh();
  private final EmulatorOptions options;
  private final Emulator emulator;
  private boolean spoiled;

  /**
   * Takes a server.
   *
   * @throws ExtensionConfigurationException if it cannot be had as the setup says
   */
  Lease(Setup setup) {
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

  Emulator emulator() {
    return emulator;
  }

  /** Makes it as if just taken, with the options of one of those who share it. */
  void reset(Setup setup) {
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

  /** Says that somebody may still be at it, so that the server must not be used again. */
  void spoil() {
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
