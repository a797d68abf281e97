package io.github.flippingbookemulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.testkit.RawHttp;
import io.github.flippingbookemulator.testkit.RawHttp.Response;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of other origins in a browser: refused by default, allowed one by one. */
class CrossOriginTest {
  private static final String ALLOWED = "https://app.example.com";
  private static final String ME = "/api/v1/auth/me";

  @AutoClose private Emulator emulator;

  @Test
  void by_default_no_origin_is_admitted() throws IOException {
    start(List.of());

    preflight(ME, ALLOWED).refused(404, "NotFound");
    assertThat(preflight(ME, ALLOWED).headers()).allSatisfy((name, v) -> isNotCors(name));
    assertThat(get(ME, ALLOWED).refused(403, "FeatureNotAvailable").text())
        .contains("(" + ALLOWED + ")", "--cors-origin");
    assertThat(get(ME, ALLOWED).headers()).allSatisfy((name, v) -> isNotCors(name));
  }

  @Test
  void an_origin_on_the_list_is_admitted() throws IOException {
    start(List.of("http://localhost:3000", ALLOWED));

    for (String origin : List.of("http://localhost:3000", ALLOWED)) {
      Response preflight = preflight(ME, origin);
      assertThat(preflight.status()).as(preflight.headers() + preflight.text()).isBetween(200, 204);
      assertThat(preflight.header("Access-Control-Allow-Origin", "")).isEqualTo(origin);
      assertThat(preflight.header("Access-Control-Allow-Methods", "")).contains("DELETE");
      assertThat(preflight.header("Access-Control-Allow-Headers", "").toLowerCase(Locale.ROOT))
          .contains("authorization");
      Response actual = get(ME, origin);
      assertThat(actual.status()).isEqualTo(200);
      assertThat(actual.header("Content-Type", "")).isEqualTo("application/json");
      assertThat(actual.header("Access-Control-Allow-Origin", "")).isEqualTo(origin);
      assertThat(actual.header("Vary", "")).contains("Origin");
    }
  }

  @Test
  void an_error_can_be_read_by_an_origin_on_the_list_too() throws IOException {
    start(List.of(ALLOWED));

    Response error = get("/api/v1/nothing", ALLOWED).refused(404, "NotFound");

    assertThat(error.header("Access-Control-Allow-Origin", "")).isEqualTo(ALLOWED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example.com",
        "http://app.example.com",
        "https://app.example.com:8443",
        "https://app.example.com.evil.com",
        "null",
        "https://x.app.example.com",
        "nonsense"
      })
  void any_other_origin_is_treated_as_if_there_were_no_list(String origin) throws IOException {
    start(List.of(ALLOWED));

    Response preflight = preflight(ME, origin).refused(404, "NotFound");
    assertThat(preflight.headers()).doesNotContainKey("Access-Control-Allow-Origin");
    Response actual = get(ME, origin).refused(403, "FeatureNotAvailable");
    assertThat(actual.headers()).doesNotContainKey("Access-Control-Allow-Origin");
  }

  @Test
  void the_list_says_nothing_about_the_control_plane_and_readers_files() throws IOException {
    start(List.of(ALLOWED));

    preflight("/myaccesstoken", ALLOWED).refused(404, "NotFound");
    assertThat(preflight("/_emulator/health", ALLOWED).status()).isEqualTo(403);
    for (String path : List.of("/_emulator/health", "/myaccesstoken")) {
      assertThat(get(path, ALLOWED).headers()).doesNotContainKey("Access-Control-Allow-Origin");
    }
  }

  @Test
  void options_without_an_origin_is_no_endpoint_even_with_a_list() throws IOException {
    start(List.of(ALLOWED));

    try (RawHttp raw = new RawHttp(emulator.uri())) {
      raw.send("OPTIONS " + ME + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
      raw.receive().refused(404, "NotFound");
    }
  }

  private void start(List<String> origins) {
    emulator = Emulator.start(EmulatorOptions.defaults().corsOrigins(origins));
  }

  private Response preflight(String path, String origin) throws IOException {
    return answer(
        "OPTIONS %s HTTP/1.1\r\nHost: localhost\r\nOrigin: %s\r\nAccess-Control-Request-Method: DELETE\r\nAccess-Control-Request-Headers: authorization\r\n\r\n"
            .formatted(path, origin));
  }

  private Response get(String path, String origin) throws IOException {
    return answer(
        "GET %s HTTP/1.1\r\nHost: localhost\r\nOrigin: %s\r\nAuthorization: Bearer emulator-key\r\n\r\n"
            .formatted(path, origin));
  }

  private Response answer(String request) throws IOException {
    try (RawHttp raw = new RawHttp(emulator.uri())) {
      return raw.send(request).receive();
    }
  }

  private static void isNotCors(String header) {
    assertThat(header).doesNotStartWith("Access-Control");
  }
}
