package io.github.flippingbookemulator.bench;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.Options;

/**
 * WireMock with one stub, set up for speed: without its journal, which takes all memory in the end
 * or, with a limit, most of the time.
 */
record WireMockStub(WireMockServer server) implements Server {
  static Server start(String path, byte[] answer) {
    WireMockServer server =
        new WireMockServer(
            options()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .disableRequestJournal()
                .useChunkedTransferEncoding(Options.ChunkedEncodingPolicy.NEVER));
    server.start();
    stub(server, path, answer);
    return new WireMockStub(server);
  }

  static void stub(WireMockServer server, String path, byte[] answer) {
    server.stubFor(
        get(urlEqualTo(path))
            .willReturn(
                aResponse().withHeader("Content-Type", "application/json").withBody(answer)));
  }

  @Override
  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.stop();
  }
}
