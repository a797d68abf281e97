package io.github.flippingbookemulator.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** HTTPS in a Java test, as docs/https.md shows it. */
class HttpsExampleTest {
  @Test
  void a_client_that_trusts_the_emulator_calls_it_over_https() throws Exception {
    // docs: shown
    Emulator emulator = Emulator.start(EmulatorOptions.defaults().httpsPort(0));
    HttpClient client = HttpClient.newBuilder().sslContext(emulator.sslContext()).build();
    URI api = emulator.httpsApiUrl();
    // docs: end

    try (emulator) {
      HttpRequest me =
          HttpRequest.newBuilder(URI.create(api + "/auth/me"))
              .header("Authorization", "Bearer " + emulator.apiKey())
              .build();
      assertThat(client.send(me, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
    }
  }
}
