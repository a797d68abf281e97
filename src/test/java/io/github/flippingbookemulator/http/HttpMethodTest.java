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
import org.junit.jupiter.params.provider.ValueSource;

/** Only the methods of the API are accepted: no others, and no way to bypass that. */
class HttpMethodTest {
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
      strings = {"OPTIONS", "TRACE", "PATCH", "PUT", "POST", "DELETE", "FOO", "get", "PRI", "LINK"})
  void other_methods_are_no_endpoint(String method) throws IOException {
    answer(method + " " + ME + " HTTP/1.1\r\n" + HEADERS + "\r\n").refused(404, "NotFound");
  }

  @Test
  void connect_and_options_of_the_whole_server_are_no_endpoint() throws IOException {
    answer("CONNECT localhost:80 HTTP/1.1\r\n" + HEADERS + "\r\n").refused(404, "NotFound");
    answer("OPTIONS * HTTP/1.1\r\n" + HEADERS + "\r\n").refused(404, "NotFound");
  }

  @ParameterizedTest
  @ValueSource(strings = {ME, LIST, "/api/v1/nothing", "/nothing"})
  void head_is_no_endpoint_of_the_api_and_has_no_body(String path) throws IOException {
    assertHeadOf(path, 404, "application/json");
  }

  @Test
  void head_of_the_dashboard_has_no_body() throws IOException {
    assertHeadOf("/", 200, "text/html;charset=utf-8");
    assertHeadOf("/dashboard/main.js", 200, "text/javascript;charset=utf-8");
    assertHeadOf("/dashboard/nothing.js", 404, "application/json");
    assertHeadOf("/dashboard/nothing", 404, "application/json");
  }

  private static void assertHeadOf(String path, int status, String type) throws IOException {
    try (RawHttp raw = new RawHttp(emulator.uri())) {
      Response head = raw.send("HEAD " + path + " HTTP/1.1\r\n" + HEADERS + "\r\n").receiveHead();
      assertThat(head.status()).isEqualTo(status);
      assertThat(head.header("Content-Type", "")).isEqualTo(type);

      // Any bytes after the head would be taken for the response to this request.
      raw.send("GET " + ME + " HTTP/1.1\r\n" + HEADERS + "\r\n");
      assertThat(raw.receive().status()).isEqualTo(200);
    }
  }

  @Test
  void a_header_does_not_override_the_method() throws IOException {
    answer(
            "POST %s HTTP/1.1\r\n%sX-HTTP-Method-Override: GET\r\nContent-Length: 0\r\n\r\n"
                .formatted(ME, HEADERS))
        .refused(404, "NotFound");
    Response keys =
        answer(
            "GET /api/v1/auth/key HTTP/1.1\r\n%sx-http-method-override: DELETE\r\n\r\n"
                .formatted(HEADERS));
    assertThat(keys.text()).contains("emulator-key");
  }

  private static Response answer(String request) throws IOException {
    try (RawHttp raw = new RawHttp(emulator.uri())) {
      return raw.send(request).receive();
    }
  }
}
