package io.github.flippingbookemulator.junit.bench;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;

import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.junit.FlippingBookEmulator;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** The tests that the JVMs run. Each makes one call, to a service that nobody used before it. */
final class Suites {
  private static final int MANY = 200;
  private static final String PATH = "/api/v1/fbonline/publication";

  private Suites() {}

  static final class NothingOnce {
    @Test
    void passes() {}
  }

  static final class NothingOften {
    @RepeatedTest(MANY)
    void passes() {}
  }

  @FlippingBookEmulator
  static final class EmulatorOnce {
    @Test
    void lists(Emulator emulator) throws IOException {
      call(emulator.uri() + PATH, emulator.apiKey());
    }
  }

  @FlippingBookEmulator
  static final class EmulatorOften {
    @RepeatedTest(MANY)
    void lists(Emulator emulator) throws IOException {
      call(emulator.uri() + PATH, emulator.apiKey());
    }
  }

  @WireMockTest
  static final class WireMockOnce {
    @Test
    void lists(WireMockRuntimeInfo wireMock) throws IOException {
      stub();
      call(wireMock.getHttpBaseUrl() + PATH, "key");
    }
  }

  @WireMockTest
  static final class WireMockOften {
    @RepeatedTest(MANY)
    void lists(WireMockRuntimeInfo wireMock) throws IOException {
      stub();
      call(wireMock.getHttpBaseUrl() + PATH, "key");
    }
  }

  private static void stub() {
    stubFor(get(PATH).willReturn(okJson("{\"success\":true,\"total\":0,\"publications\":[]}")));
  }

  private static void call(String url, String key) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
    connection.setRequestProperty("Authorization", "Bearer " + key);
    try (InputStream in = connection.getInputStream()) {
      in.readAllBytes();
    }
    if (connection.getResponseCode() != 200) {
      throw new IOException(url + " answered " + connection.getResponseCode());
    }
  }
}
