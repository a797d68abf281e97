package io.github.flippingbookemulator.fault;

import java.util.List;

/**
 * The faults, controlled by a test.
 *
 * <pre>{@code
 * emulator.faults()
 *     .add(new Fault.CutAfter(), CallMatcher.next().to("POST", "/fbonline/publication"));
 * emulator.faults()
 *     .add(new Fault.Refuse(ErrorCode.RATE_LIMIT_EXCEEDED), CallMatcher.next(2));
 * }</pre>
 *
 * <p>They apply to calls of the emulated API, below {@code /api/v1}, and nothing else: not to the
 * readers' pages and their files, the inboxes or the control plane (E). A reset removes them. The
 * journal shows the fault that applied to a call.
 */
public interface FaultsControl {
  /**
   * Adds a fault. If several match a call, only the one that was added first applies.
   *
   * @param fault the fault
   * @param calls the calls that it applies to
   * @return the new rule
   * @throws IllegalArgumentException if the fault can never apply to a call of the API
   */
  FaultRule add(Fault fault, CallMatcher calls);

  /**
   * Returns the active faults. One that is used up is no longer in the list.
   *
   * @return in the order in which they were added, a copy
   */
  List<FaultRule> all();

  /**
   * Removes a fault; does nothing if there is none with this id.
   *
   * @param id the id of its rule
   */
  void remove(int id);

  /** Removes all faults. */
  void clear();
}
