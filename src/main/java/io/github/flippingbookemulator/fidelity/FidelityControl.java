package io.github.flippingbookemulator.fidelity;

import java.util.List;

/** Tells how well the emulator's behavior is known, and what of it has been relied on. */
public interface FidelityControl {
  /**
   * Returns all statements.
   *
   * @return at least 100, by groups
   */
  List<FidelityStatement> statements();

  /**
   * Returns the undocumented statements (grades H, O and E) that the emulator has acted on since
   * its start or the last reset: in answers to calls of the API and of readers, in webhooks and in
   * conversions. What a test asked for by Java or the control plane does not count.
   *
   * @return some of {@link #statements()}, in their order; empty if all that happened is documented
   */
  List<FidelityStatement> used();
}
