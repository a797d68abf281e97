package io.github.flippingbookemulator.internal.compare;

import java.util.Map;

/** Gives the emulator's account what accounts in use have: probes that only read look at it. */
final class OwnAccount {
  private final Side emulator;

  OwnAccount(Side emulator) {
    this.emulator = emulator;
  }

  void prepare() {
    Steps steps = new Steps(emulator);
    steps.converted(steps.createPublication(Map.of()).path("id").asText());
  }
}
