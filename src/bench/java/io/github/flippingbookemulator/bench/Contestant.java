package io.github.flippingbookemulator.bench;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;

/** What is measured side by side. Starting one loads no class of the others. */
public enum Contestant {
  EMULATOR("the emulator"),
  WIREMOCK("WireMock"),
  JAVALIN("a bare Javalin"),
  JETTY("a bare Jetty");

  private final String words;

  Contestant(String words) {
    this.words = words;
  }

  /**
   * Starts a server that answers one path.
   *
   * @param path the path; the emulator knows its own
   * @param answer the JSON to send; the emulator makes its own
   */
  Server start(String path, byte[] answer) throws Exception {
    return switch (this) {
      case EMULATOR -> emulator(EmulatorOptions.defaults());
      case WIREMOCK -> WireMockStub.start(path, answer);
      case JAVALIN -> BareJavalin.start(path, answer);
      case JETTY -> BareJetty.start(path, answer);
    };
  }

  static Server emulator(EmulatorOptions options) {
    return server(Emulator.start(options));
  }

  static Server server(Emulator emulator) {
    return new Server() {
      @Override
      public int port() {
        return emulator.uri().getPort();
      }

      @Override
      public void close() {
        emulator.close();
      }
    };
  }

  @Override
  public String toString() {
    return words;
  }
}
