package io.github.flippingbookemulator.internal.control;

import io.github.flippingbookemulator.control.EmulatorControl;

/** The files that are registered by URL, over HTTP. */
final class FilesRoutes {
  private final EmulatorControl emulator;

  FilesRoutes(EmulatorControl emulator) {
    this.emulator = emulator;
  }

  void addTo(ControlEndpoints table) {
    table.act(
        "PUT",
        "/files",
        "Register the body as the file at an address.",
        ControlEndpoints.FILE,
        call -> emulator.files().register(url(call), call.bytes()));
    table.act(
        "DELETE",
        "/files",
        "Take the file at an address from the list.",
        call -> emulator.files().unregister(url(call)));
  }

  private static String url(ControlCall call) {
    return call.query("url")
        .filter(url -> !url.isEmpty())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "url: the query names the address, percent-encoded, as in"
                        + " '?url=https%3A%2F%2Fexample.com%2Fa.pdf'."));
  }
}
