package io.github.flippingbookemulator.junit;

import io.github.flippingbookemulator.control.EmulatorControl;
import io.github.flippingbookemulator.control.client.HttpControl;
import java.io.UncheckedIOException;
import java.net.URI;

/** The use of an emulator in another process, such as a container. It is reset, never stopped. */
final class RemoteLease implements Lease {
  private final HttpControl emulator;

  RemoteLease(ExtensionConfig config, URI url) {
    try {
      emulator = HttpControl.connect(url);
    } catch (UncheckedIOException | IllegalArgumentException | IllegalStateException e) {
      throw config.wrong(
          "no emulator can be steered at %s: %s. Start one there, or leave url out to get one here."
              .formatted(url, e.getMessage()),
          e);
    }
    reset(config);
  }

  @Override
  public EmulatorControl emulator() {
    return emulator;
  }

  @Override
  public void reset(ExtensionConfig config) {
    emulator.reset();
    config.prepare(emulator);
  }

  @Override
  public void spoil() {
    // The server cannot be replaced; the next test resets it.
  }

  @Override
  public void close() {
    emulator.close();
  }
}
