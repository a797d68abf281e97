package io.github.flippingbookemulator;

import io.github.flippingbookemulator.control.EmulatorControl;

/** The emulator in the same JVM. */
class EmulatorControlTest extends ControlContract {
  @Override
  EmulatorControl control(Emulator emulator) {
    return emulator;
  }
}
