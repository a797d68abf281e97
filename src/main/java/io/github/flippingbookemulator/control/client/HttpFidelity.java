package io.github.flippingbookemulator.control.client;

import io.github.flippingbookemulator.fidelity.FidelityControl;
import io.github.flippingbookemulator.fidelity.FidelityStatement;
import io.github.flippingbookemulator.internal.control.FidelityOperations;
import java.util.List;

/** What is known about the service, over HTTP. */
record HttpFidelity(ControlClient calls) implements FidelityControl {
  @Override
  public List<FidelityStatement> statements() {
    return calls.call(FidelityOperations.LIST);
  }

  @Override
  public List<FidelityStatement> used() {
    return calls.call(FidelityOperations.LIST, true);
  }
}
