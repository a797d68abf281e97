package io.github.flippingbookemulator.fault;

import java.util.List;

/**
 * Faults under the control of a test.
 *
 * <pre>{@code
 * emulator.faults().add(new Fault.CutAfter(), Calls.next().to("POST", "/fbonline/publication"));
 * emulator.faults().add(new Fault.Refuse(ErrorCode.RATE_LIMIT_EXCEEDED), Calls.next(2));
 * }</pre>
 *
 * <p>They strike calls of the emulated API, below {@code /api/v1}, and nothing else: not the
 * readers' pages, the files behind them, the inboxes or the control plane (E). A reset removes
 * them. A call that was struck says so in the journal.
 */
public interface FaultsControl {
  /**
   * Adds a fault. Where several match a call, only the one that was added first strikes.
   *
   * @param fault what happens
   * @param calls to which calls, and how many
   * @return the new rule
   * @throws IllegalArgumentException if the fault can strike no call of the API
   */
  FaultRule add(Fault fault, CallMatcher calls);

  /**
   * Returns the faults that wait for calls. One that has struck as often as it was to is gone.
   *
   * @return in the order in which they were added, a copy
   */
  List<FaultRule> all();

  /**
   * Takes a fault back. One that is gone already stays so.
   *
   * @param id the id of its rule
   */
  void remove(int id);

  /** Takes all faults back. */
  void clear();
}
