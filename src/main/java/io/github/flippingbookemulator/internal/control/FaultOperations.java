package io.github.flippingbookemulator.internal.control;

import io.github.flippingbookemulator.fault.CallMatcher;
import io.github.flippingbookemulator.fault.Fault;
import io.github.flippingbookemulator.fault.FaultRule;
import io.github.flippingbookemulator.internal.control.ControlOperation.Nothing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The faults over HTTP. */
public final class FaultOperations {
  private static final String FAULTS = "/faults";

  /** A fault, and the calls to which it applies; null for the next call. */
  public record NewFault(Fault fault, @Nullable NewFaultCalls calls) {}

  /**
   * The calls to which a fault applies. A null means any value; for {@code times} it means once.
   */
  public record NewFaultCalls(
      @Nullable Integer times,
      @Nullable String method,
      @Nullable String path,
      @Nullable Long accountId) {
    /** Writes a matcher. */
    public static NewFaultCalls of(CallMatcher calls) {
      return new NewFaultCalls(calls.times(), calls.method(), calls.path(), calls.accountId());
    }

    CallMatcher matcher() {
      CallMatcher next = CallMatcher.next();
      return new CallMatcher(
          times == null ? next.times() : times,
          method,
          path == null ? next.path() : path,
          accountId == null ? next.accountId() : accountId);
    }
  }

  /** Lists faults. */
  public static final ControlOperation<Nothing, List<FaultRule>> LIST =
      ControlOperation.list(
          FAULTS,
          "List the faults that wait for calls.",
          "faults",
          FaultRule.class,
          null,
          (emulator, call) -> emulator.faults().all());

  /** Adds a fault. */
  public static final ControlOperation<NewFault, FaultRule> ADD =
      ControlOperation.change(
          "POST",
          FAULTS,
          "Add a fault.",
          NewFault.class,
          FaultRule.class,
          (emulator, call, body) ->
              emulator
                  .faults()
                  .add(
                      body.fault(),
                      body.calls() == null ? CallMatcher.next() : body.calls().matcher()));

  /** Removes all faults. */
  public static final ControlOperation<Nothing, Nothing> CLEAR =
      ControlOperation.act(
          "DELETE",
          FAULTS,
          "Take all faults back.",
          (emulator, call, body) -> emulator.faults().clear());

  /** Removes a fault. */
  public static final ControlOperation<Nothing, Nothing> REMOVE =
      ControlOperation.act(
          "DELETE",
          FAULTS + "/{faultId}",
          "Take a fault back; one that is gone already stays so.",
          (emulator, call, body) -> {
            long id = call.number("faultId");
            if (id <= Integer.MAX_VALUE) {
              emulator.faults().remove((int) id);
            }
          });

  static final List<ControlOperation<?, ?>> ALL = List.of(LIST, ADD, CLEAR, REMOVE);

  private FaultOperations() {}
}
