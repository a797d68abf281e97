package io.github.flippingbookemulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.testkit.RawHttp;
import java.io.IOException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A frequent mistake: {@code http://} with the port for HTTPS. */
@Timeout(30)
class PlainAtHttpsTest {
  @AutoClose
  private final Emulator emulator = Emulator.start(EmulatorOptions.defaults().httpsPort(0));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /api/v1/auth/me HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer emulator-key\r\n\r\n",
        "POST /api/v1/auth/key HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{}",
        "GET /nowhere HTTP/1.1\r\nHost: a\r\nX-Forwarded-Proto: https\r\n\r\n"
      })
  void a_request_in_plain_http_is_told_what_the_port_is_for(String request) throws IOException {
    try (RawHttp connection = new RawHttp(emulator.httpsUri())) {
      String answer = connection.send(request).receive().refused(400, "InvalidData").text();
      assertThat(answer).contains("This port speaks HTTPS");
    }
    assertThat(emulator.accounts().defaultAccount().apiKeys()).hasSize(1);
  }

  @Test
  void so_is_a_request_of_the_control_plane_in_its_words() throws IOException {
    try (RawHttp connection = new RawHttp(emulator.httpsUri())) {
      String request = "GET /_emulator/health HTTP/1.1\r\nHost: a\r\n\r\n";
      assertThat(connection.send(request).receive().text()).contains("This port speaks HTTPS");
    }
  }

  @Test
  void what_is_neither_http_nor_tls_ends_the_connection_and_nothing_else() throws IOException {
    try (RawHttp connection = new RawHttp(emulator.httpsUri())) {
      connection.send(new byte[] {22, 3, 1, 0, 5, 1, 2, 3, 4, 5});
      connection.endOutput();
      while (!connection.isClosedByServer()) {}
    }
    try (RawHttp connection = new RawHttp(emulator.httpsUri())) {
      connection.send("\u0001\u0002\u0003\r\n\r\n").receive().refused(400, "InvalidData");
    }
  }
}
