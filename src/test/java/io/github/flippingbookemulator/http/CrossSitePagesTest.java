package io.github.flippingbookemulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.testkit.RawHttp;
import io.github.flippingbookemulator.testkit.RawHttp.Response;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which pages in a browser may call the API and the page that shows the access token. */
class CrossSitePagesTest {
  private static final String KEY = "Authorization: Bearer emulator-key";
  private static final List<String> PATHS =
      List.of(
          "GET /api/v1/auth/me",
          "GET /api/v1/auth/key?accessToken=emulator-token",
          "POST /api/v1/auth/key?accessToken=emulator-token",
          "GET /myaccesstoken",
          "HEAD /myaccesstoken");

  private Emulator emulator = Emulator.start(EmulatorOptions.defaults().speed(0));

  @AfterEach
  void stop() {
    emulator.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: localhost\r\nSec-Fetch-Site: cross-site",
        "Host: localhost\r\nSec-Fetch-Site: same-site",
        "Host: localhost\r\nSec-Fetch-Site: cross-site\r\nOrigin: http://localhost",
        "Host: localhost\r\nOrigin: https://evil.example",
        "Host: localhost\r\nOrigin: null",
        "Host: localhost:81\r\nOrigin: http://localhost:80",
        // A name that was made to resolve to this machine.
        "Host: evil.example\r\nOrigin: http://evil.example",
        "Host: evil.com%00.localhost\r\nOrigin: http://evil.com%00.localhost",
        "Host: evil.com%2f.local\r\nOrigin: http://evil.com%2f.local",
        "Host: evil.example\r\nSec-Fetch-Site: same-origin",
        "Host: evil.example\r\nOrigin: http://localhost\r\nX-Forwarded-Host: localhost",
        "Host: evil.example\r\nOrigin: http://evil.example\r\nX-Forwarded-Host: localhost"
      })
  void pages_of_other_sites_are_refused(String headers) throws IOException {
    for (String path : PATHS) {
      Response answer = answer(path, headers, KEY);
      assertThat(answer.status()).as(path).isEqualTo(403);
      if (!path.startsWith("HEAD")) {
        assertThat(answer.refused(403, "FeatureNotAvailable").text())
            .contains("page of another site");
      }
    }
    assertThat(emulator.accounts().defaultAccount().apiKeys()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: localhost:8080\r\nOrigin: http://localhost:8080",
        "Host: localhost:8080\r\nSec-Fetch-Site: same-origin",
        "Host: localhost:8080\r\nSec-Fetch-Site: none",
        "Host: emulator:8080\r\nOrigin: http://emulator:8080",
        "Host: localhost\r\n"
            + "X-Forwarded-Host: a.example\r\n"
            + "X-Forwarded-Proto: https\r\n"
            + "Origin: https://a.example"
      })
  void pages_of_the_own_site_are_let_in(String headers) throws IOException {
    assertAllLetIn(headers);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api-tc.is.flippingbook.com",
        "flippingbook:8080",
        "my_emulator-1:8080",
        "host.docker.internal:8080",
        "emulator.example.com",
        "localhost\r\nX-Forwarded-Host: books.example.com",
        "localhost\r\nReferer: https://books.example.com/",
        "localhost\r\nSec-Fetch-Mode: cors" // as Node's fetch sends it
      })
  void programs_are_let_in_by_any_name(String host) throws IOException {
    assertAllLetIn("Host: " + host);
  }

  @Test
  void an_origin_that_the_options_allow_is_let_in() throws IOException {
    restart(
        EmulatorOptions.defaults()
            .corsOrigins(List.of("https://app.example.com", "http://*.b.example:3000")));

    for (String origin :
        List.of(
            "https://app.example.com", "https://app.example.com:443", "http://a.b.example:3000")) {
      assertAllLetIn("Host: localhost\r\nSec-Fetch-Site: cross-site\r\nOrigin: " + origin);
    }
    for (String origin :
        List.of("http://app.example.com", "http://b.example:3000", "http://x.a.b.example:3000")) {
      answer(PATHS.get(0), "Host: localhost\r\nOrigin: " + origin, KEY)
          .refused(403, "FeatureNotAvailable");
    }
  }

  @Test
  void names_that_the_options_allow_are_the_own_site() throws IOException {
    restart(
        EmulatorOptions.defaults()
            .controlHosts(List.of("one.example.com"))
            .publicUrl(URI.create("https://books.example.com")));

    assertAllLetIn("Host: one.example.com\r\nOrigin: http://one.example.com");
    assertAllLetIn("Host: books.example.com\r\nSec-Fetch-Site: same-origin");
  }

  @Test
  void what_users_embed_stays_open() throws IOException {
    for (String path : List.of("GET /view/1/", "GET /content/1/cover600.jpg", "GET /nothing")) {
      assertThat(answer(path, "Host: localhost\r\nSec-Fetch-Site: cross-site").status())
          .as(path)
          .isEqualTo(404);
    }
    assertThat(
            answer(
                    "GET /reader/assets/reader.css",
                    "Host: localhost\r\nOrigin: https://books.example.com")
                .status())
        .isEqualTo(200);
  }

  private void restart(EmulatorOptions options) {
    emulator.close();
    emulator = Emulator.start(options.speed(0));
  }

  private void assertAllLetIn(String headers) throws IOException {
    for (String path : PATHS) {
      assertThat(answer(path, headers, KEY).status()).as(path + headers).isEqualTo(200);
    }
  }

  private Response answer(String methodAndPath, String... headers) throws IOException {
    try (RawHttp raw = new RawHttp(emulator.uri())) {
      raw.send(methodAndPath + " HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\n\r\n");
      return methodAndPath.startsWith("HEAD") ? raw.receiveHead() : raw.receive();
    }
  }
}
