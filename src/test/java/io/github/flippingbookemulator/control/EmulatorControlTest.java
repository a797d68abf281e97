package io.github.flippingbookemulator.control;

import io.github.flippingbookemulator.Emulator;

/** The emulator in the same JVM. */
class EmulatorControlTest extends ControlContract {
  @Override
  protected EmulatorControl control(Emulator emulator) {
    return emulator;
  }
}
