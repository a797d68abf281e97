package io.github.flippingbookemulator.control.client;

import io.github.flippingbookemulator.fault.CallMatcher;
import io.github.flippingbookemulator.fault.Fault;
import io.github.flippingbookemulator.fault.FaultRule;
import io.github.flippingbookemulator.fault.FaultsControl;
import io.github.flippingbookemulator.internal.control.FaultOperations;
import io.github.flippingbookemulator.internal.control.FaultOperations.NewFault;
import io.github.flippingbookemulator.internal.control.FaultOperations.NewFaultCalls;
import java.util.List;

/** The faults of a remote emulator. */
record HttpFaults(ControlClient calls) implements FaultsControl {
  @Override
  public FaultRule add(Fault fault, CallMatcher matcher) {
    return calls.call(FaultOperations.ADD, new NewFault(fault, NewFaultCalls.of(matcher)));
  }

  @Override
  public List<FaultRule> all() {
    return calls.call(FaultOperations.LIST);
  }

  @Override
  public void remove(int id) {
    if (id >= 0) { // no rule has a negative id, and the endpoint accepts none
      calls.call(FaultOperations.REMOVE, id);
    }
  }

  @Override
  public void clear() {
    calls.call(FaultOperations.CLEAR);
  }
}
