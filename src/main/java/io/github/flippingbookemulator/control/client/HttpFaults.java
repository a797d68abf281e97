package io.github.flippingbookemulator.control.client;

import io.github.flippingbookemulator.fault.CallMatcher;
import io.github.flippingbookemulator.fault.Fault;
import io.github.flippingbookemulator.fault.FaultRule;
import io.github.flippingbookemulator.fault.FaultsControl;
import io.github.flippingbookemulator.internal.control.FaultsRoutes.MatchedCalls;
import io.github.flippingbookemulator.internal.control.FaultsRoutes.NewFault;
import java.util.List;

/** The faults of a remote emulator. */
record HttpFaults(ControlClient calls) implements FaultsControl {
  private static final String ALL = "/faults";

  @Override
  public FaultRule add(Fault fault, CallMatcher matcher) {
    return calls.post(ALL, new NewFault(fault, MatchedCalls.of(matcher)), FaultRule.class);
  }

  @Override
  public List<FaultRule> all() {
    return calls.list(ALL, "faults", FaultRule.class);
  }

  @Override
  public void remove(int id) {
    if (id >= 0) { // no rule has a negative id, and the endpoint accepts none
      calls.delete(ALL + "/" + id);
    }
  }

  @Override
  public void clear() {
    calls.delete(ALL);
  }
}
