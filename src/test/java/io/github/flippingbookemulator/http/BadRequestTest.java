package io.github.flippingbookemulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.testkit.RawHttp;
import io.github.flippingbookemulator.testkit.RawHttp.Response;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Invalid requests. Each gets an error envelope with a code of the API, and the next request is
 * served.
 */
class BadRequestTest {
  private static final String KEY = "Authorization: Bearer emulator-key\r\n";
  private static final String HEADERS = "Host: localhost\r\n" + KEY;
  private static final String ME = "/api/v1/auth/me";
  private static final String LIST = "/api/v1/fbonline/publication";

  @AutoClose
  private static final Emulator emulator =
      Emulator.start(EmulatorOptions.defaults().rateLimit(RateLimit.OFF));

  @AfterEach
  void the_next_request_is_served() throws IOException {
    assertThat(answer("GET " + ME + " HTTP/1.1\r\n" + HEADERS + "\r\n").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api",
        "/api/v1",
        "/api/v1/",
        "/API/v1/auth/me",
        "/api/v1/AUTH/me",
        "/api/v2/auth/me",
        "/api/v1/auth/me//",
        "//api/v1/auth/me",
        "/api//v1/auth/me",
        "/api/v1/auth%2Fme",
        "/api/v1/auth/me;x=1",
        "/api/v1/auth;x/me",
        "/api/v1/auth/me/.",
        "/api/../api/v1/auth/me",
        "/api/%2e%2e/api/v1/auth/me",
        "/api/v1/auth\\me",
        "/api/v1/auth/%C3%A9",
        "/api/v1/auth/%FF",
        "/api/v1/auth/m\u00e9",
        "/api/v1/auth/me#x",
        "/<script>alert(1)</script>",
        "/api/v1/auth/me%20",
        "/api/v1/fbonline/publication/%3Cscript%3E",
        "/api/v1/fbonline/publication/ABC",
        "/api/v1/fbonline/publication/a.b",
        "/api/v1/fbonline/publication/%2e%2e"
      })
  void other_paths_are_no_endpoint(String path) throws IOException {
    answer("GET " + path + " HTTP/1.1\r\n" + HEADERS + "\r\n").refused(404, "NotFound");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/%zz",
        "/api/v1/%",
        "/api/v1/auth/%00",
        "/../api/v1/auth/me",
        "/api/v1/auth/m e",
        "",
        "api/v1/auth/me",
        "*",
        "http://elsewhere" + ME
      })
  void what_is_no_path_is_invalid(String target) throws IOException {
    answer("GET " + target + " HTTP/1.1\r\n" + HEADERS + "\r\n").refused(400, "InvalidData");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x=%zz",
        "x=%FF",
        "%zz",
        "x=\u00e9",
        "count=%zz",
        "query=%E0%80",
        "query=%",
        "&&&",
        "=",
        "?"
      })
  void what_is_badly_escaped_in_a_query_is_no_harm(String query) throws IOException {
    Response answer = answer("GET " + LIST + "?" + query + " HTTP/1.1\r\n" + HEADERS + "\r\n");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).startsWith("{\"success\":true,\"total\":");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/auth/%6de",
        "/%61pi/v1/auth/me",
        "/api/v1/fbonline/tracked%5Flinks",
        "/api/v1/fbonline/tracked%5flinks?c%6Funt=1"
      })
  void an_escape_of_a_letter_digit_or_underscore_is_the_character(String path) throws IOException {
    assertThat(answer("GET " + path + " HTTP/1.1\r\n" + HEADERS + "\r\n").status()).isEqualTo(200);
  }

  @Test
  void an_escaped_name_in_a_query_counts() throws IOException {
    answer("GET " + LIST + "?c%6Funt=none HTTP/1.1\r\n" + HEADERS + "\r\n")
        .refused(500, "InternalError");
  }

  @Test
  void one_slash_at_the_end_is_accepted() throws IOException {
    assertThat(answer("GET " + ME + "/ HTTP/1.1\r\n" + HEADERS + "\r\n").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/%s", ME + "?x=%s"})
  void a_very_long_address_is_too_large(String target) throws IOException {
    String line = "GET " + target.replace("%s", "a".repeat(20_000)) + " HTTP/1.1\r\n";
    answer(line + HEADERS + "\r\n").refused(413, "RequestTooLarge");
  }

  @Test
  void very_long_headers_are_too_large() throws IOException {
    String header = "X: " + "a".repeat(20_000) + "\r\n\r\n";
    answer("GET " + ME + " HTTP/1.1\r\n" + HEADERS + header).refused(413, "RequestTooLarge");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Host:\r\n",
        "Host: a\r\nHost: b\r\n",
        "Host: <script>\r\n",
        "Host: a\"b\r\n",
        "Host: a/b?c#d\r\n",
        "Host: a@b\r\n",
        "Host: a:99999\r\n",
        "Host: a b\r\n"
      })
  void a_request_needs_one_host_that_can_be_one(String host) throws IOException {
    Response answer = answer("GET " + LIST + " HTTP/1.1\r\n" + host + KEY + "\r\n");

    assertThat(answer.refused(400, "InvalidData").text()).doesNotContain("script");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: abc",
        "Content-Length: -1",
        "Content-Length: 99999999999999999999",
        "Content-Length:",
        "Content-Length: 2\r\nContent-Length: 3",
        "Content-Length: 2\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: gzip",
        "Transfer-Encoding: chunked, gzip",
        "X Y: z",
        "X : z",
        "no colon",
        "X: folded\r\n here",
        "X: \u0000",
        "Expect: 200-ok"
      })
  void headers_that_are_nonsense_are_invalid(String header) throws IOException {
    answer("POST " + LIST + " HTTP/1.1\r\n" + HEADERS + header + "\r\n\r\n{}")
        .refused(400, "InvalidData");
  }

  @ParameterizedTest
  @CsvSource({
    "GET /api/v1/auth/me HTTP/1.2", "GET /api/v1/auth/me HTTP/9.9", "GET /api/v1/auth/me", "hello",
    "PRI * HTTP/2.0", "G@T /api/v1/auth/me HTTP/1.1", "GET /api/v1/auth/me HTTP",
        "GET /api/v1/auth/me FTP/1.1"
  })
  void other_protocols_are_invalid(String requestLine) throws IOException {
    answer(requestLine + "\r\n" + HEADERS + "\r\n").refused(400, "InvalidData");
  }

  @Test
  void a_client_that_speaks_tls_is_invalid() throws IOException {
    String clientHello = "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003";
    answer(clientHello + "\u00aa".repeat(512)).refused(400, "InvalidData");
  }

  @Test
  void a_client_that_offers_another_protocol_stays_with_this_one() throws IOException {
    String offer =
        "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMA\r\n";
    assertThat(answer("GET " + ME + " HTTP/1.1\r\n" + HEADERS + offer + "\r\n").status())
        .isEqualTo(200);
  }

  @Test
  void http_1_0_is_answered_and_the_links_lead_here_even_without_a_host() throws IOException {
    Response created =
        answer("POST %s HTTP/1.0\r\n%sContent-Length: 2\r\n\r\n{}".formatted(LIST, KEY));

    assertThat(created.status()).isEqualTo(200);
    assertThat(created.text()).contains("\"href\":\"" + emulator.uri() + LIST + "/");
  }

  private static Response answer(String request) throws IOException {
    try (RawHttp raw = new RawHttp(emulator.uri())) {
      return raw.send(request).receive();
    }
  }
}
