package io.github.flippingbookemulator.internal.control;

import io.github.flippingbookemulator.control.Fidelity;
import java.util.List;

/** The table of fidelity, which is a file of the jar. */
public final class FidelityTable {
  private FidelityTable() {}

  private record Table(List<Fidelity> fidelity) {}

  /** Reads all rows. */
  public static List<Fidelity> rows() {
    return ControlJson.read(ControlRoutes.resource("fidelity.json"), Table.class).fidelity();
  }
}
