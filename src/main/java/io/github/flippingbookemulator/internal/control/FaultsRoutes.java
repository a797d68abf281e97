package io.github.flippingbookemulator.internal.control;

import io.github.flippingbookemulator.control.EmulatorControl;
import io.github.flippingbookemulator.fault.CallMatcher;
import io.github.flippingbookemulator.fault.Fault;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The faults over HTTP. */
public final class FaultsRoutes {
  private final EmulatorControl emulator;

  FaultsRoutes(EmulatorControl emulator) {
    this.emulator = emulator;
  }

  public record NewFault(Fault fault, @Nullable MatchedCalls calls) {}

  /**
   * The calls to which a fault applies. A null means any value; for {@code times} it means once.
   */
  public record MatchedCalls(
      @Nullable Integer times,
      @Nullable String method,
      @Nullable String path,
      @Nullable Long accountId) {
    public static MatchedCalls of(CallMatcher calls) {
      return new MatchedCalls(calls.times(), calls.method(), calls.path(), calls.accountId());
    }

    CallMatcher calls() {
      CallMatcher next = CallMatcher.next();
      return new CallMatcher(
          times == null ? next.times() : times,
          method,
          path == null ? next.path() : path,
          accountId == null ? next.accountId() : accountId);
    }
  }

  void addTo(ControlEndpoints table) {
    table.ask(
        "GET",
        "/faults",
        "List the faults that wait for calls.",
        call -> Map.of("faults", emulator.faults().all()));
    table.ask(
        "POST",
        "/faults",
        "Add a fault.",
        call -> {
          NewFault body = call.body(NewFault.class);
          CallMatcher calls = body.calls() == null ? CallMatcher.next() : body.calls().calls();
          return emulator.faults().add(body.fault(), calls);
        });
    table.act("DELETE", "/faults", "Take all faults back.", call -> emulator.faults().clear());
    table.act(
        "DELETE",
        "/faults/{faultId}",
        "Take a fault back; one that is gone already stays so.",
        call -> {
          long id = call.number("faultId");
          if (id <= Integer.MAX_VALUE) {
            emulator.faults().remove((int) id);
          }
        });
  }
}
