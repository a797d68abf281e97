package io.github.flippingbookemulator.internal.control;

import io.github.flippingbookemulator.control.EmulatorControl;
import io.github.flippingbookemulator.internal.http.Answer;
import io.github.flippingbookemulator.snapshot.Snapshot;
import java.nio.charset.StandardCharsets;

/** The whole state as a file over HTTP. */
public final class SnapshotRoutes {
  public static final String PATH = "/snapshot";

  private final EmulatorControl emulator;

  SnapshotRoutes(EmulatorControl emulator) {
    this.emulator = emulator;
  }

  void addTo(ControlEndpoints table) {
    table.ask(
        "GET",
        PATH,
        "Take the whole state down, with all PDFs and keys.",
        call ->
            new Answer.File(
                "application/json", emulator.snapshot().toJson().getBytes(StandardCharsets.UTF_8)));
    table.act(
        "PUT",
        PATH,
        "Begin anew with a state that was taken down.",
        ControlEndpoints.FILE,
        call -> emulator.restore(Snapshot.fromJson(call.bytes())));
    table.act(
        "POST",
        "/state/save",
        "Write the state to the file in which it is kept.",
        call -> {
          call.body(ControlOperation.Nothing.class);
          emulator.saveState();
        });
  }
}
