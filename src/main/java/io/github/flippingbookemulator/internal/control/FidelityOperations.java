package io.github.flippingbookemulator.internal.control;

import io.github.flippingbookemulator.fidelity.FidelityStatement;
import io.github.flippingbookemulator.internal.control.ControlOperation.Nothing;
import java.util.List;

/** What is known about the service, and what of it has been relied on, over HTTP. */
public final class FidelityOperations {
  /** The query parameter for the statements that have been relied on. */
  public static final String USED = "used";

  /** Lists statements. */
  public static final ControlOperation<Nothing, List<FidelityStatement>> LIST =
      ControlOperation.list(
          "/fidelity",
          "List what is known about the service and how, all of it or what has been relied on.",
          "statements",
          FidelityStatement.class,
          USED,
          (emulator, call) ->
              call.queryFlag(USED) ? emulator.fidelity().used() : emulator.fidelity().statements());

  /** All operations, as the document lists them. */
  public static final List<ControlOperation<?, ?>> ALL = List.of(LIST);

  private FidelityOperations() {}
}
