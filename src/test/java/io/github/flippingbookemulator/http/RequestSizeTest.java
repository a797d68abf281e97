package io.github.flippingbookemulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.testkit.RawHttp;
import io.github.flippingbookemulator.testkit.RawHttp.Response;
import java.io.EOFException;
import java.io.IOException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies of 1 MB and more, incomplete ones, slow ones, and several on one connection. */
class RequestSizeTest {
  private static final String HEADERS = "Host: localhost\r\nAuthorization: Bearer emulator-key\r\n";
  private static final String POST = "POST /api/v1/fbonline/publication HTTP/1.1\r\n" + HEADERS;
  private static final String CHUNKED = POST + "Transfer-Encoding: chunked\r\n\r\n";
  private static final String GET = "GET /api/v1/auth/me HTTP/1.1\r\n" + HEADERS + "\r\n";
  private static final int MEGABYTE = 1_048_576;

  @AutoClose
  private static final Emulator emulator =
      Emulator.start(EmulatorOptions.defaults().rateLimit(RateLimit.OFF));

  @Test
  void a_megabyte_is_accepted() throws IOException {
    assertThat(answerTo(withLength(MEGABYTE)).status()).isEqualTo(200);
    assertThat(answerTo(chunked(MEGABYTE, 65_536)).status()).isEqualTo(200);
  }

  @RepeatedTest(50)
  void a_byte_more_is_refused_and_the_answer_arrives_in_full() throws IOException {
    answerTo(withLength(MEGABYTE + 1)).refused(413, "RequestTooLarge");
    answerTo(chunked(MEGABYTE + 1, 65_536)).refused(413, "RequestTooLarge");
  }

  @RepeatedTest(10)
  void the_answer_arrives_also_at_a_client_that_sends_20_megabytes_before_it_listens()
      throws IOException {
    answerTo(withLength(20 * MEGABYTE)).refused(413, "RequestTooLarge");
    answerTo(chunked(20 * MEGABYTE, MEGABYTE)).refused(413, "RequestTooLarge");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /nothing",
        "POST /api/v1/fbonline/publication/ABC",
        "PATCH /api/v1/auth/me",
        "FOO /",
        "POST /api/v1/auth%2Fme",
        "OPTIONS /api/v1/auth/me",
        "POST /api//v1/auth/me",
        "POST /api/v1/%2e%2e/auth"
      })
  void the_answer_arrives_also_where_there_is_no_endpoint(String methodAndPath) throws IOException {
    String head = methodAndPath + " HTTP/1.1\r\n" + HEADERS + "Content-Length: " + 20 * MEGABYTE;

    answerTo(head + "\r\n\r\n" + " ".repeat(20 * MEGABYTE)).refused(404, "NotFound");
  }

  @Test
  void the_answer_arrives_also_where_the_key_is_missing() throws IOException {
    String body = "Content-Length: " + 20 * MEGABYTE + "\r\n\r\n" + " ".repeat(20 * MEGABYTE);

    answerTo("POST /api/v1/fbonline/publication HTTP/1.1\r\nHost: localhost\r\n" + body)
        .refused(401, "NoAuthorizationHeader");
  }

  @Test
  void the_answer_arrives_also_where_the_method_is_head() throws IOException {
    String head = "HEAD /api/v1/auth/me HTTP/1.1\r\n" + HEADERS;
    try (RawHttp raw = new RawHttp(emulator.uri())) {
      raw.send(head + "Content-Length: " + MEGABYTE + "\r\n\r\n" + " ".repeat(MEGABYTE));
      assertThat(raw.receiveHead().status()).isEqualTo(404);
      assertThat(raw.send(GET).receive().status()).isEqualTo(200);
    }
  }

  @Test
  void a_client_that_expects_100_continue_is_refused_before_it_sends() throws IOException {
    try (RawHttp raw = new RawHttp(emulator.uri())) {
      raw.send(POST + "Expect: 100-continue\r\nContent-Length: 20000000\r\n\r\n");

      raw.receive().refused(413, "RequestTooLarge");
    }
  }

  @Test
  void a_client_that_asks_first_is_let_go_on() throws IOException {
    try (RawHttp raw = new RawHttp(emulator.uri())) {
      raw.send(POST + "Expect: 100-continue\r\nContent-Length: 2\r\n\r\n");
      assertThat(raw.receiveHead().status()).isEqualTo(100);
      assertThat(raw.send("{}").receive().status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"zz\r\n{}\r\n0\r\n\r\n", "2\r\n{}xx\r\n0\r\n\r\n", "-1\r\n\r\n", "\r\n"})
  void chunks_that_are_none_are_invalid(String body) throws IOException {
    answerTo(CHUNKED + body).refused(400, "InvalidData");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        POST + "Content-Length: 20\r\n\r\n{}",
        CHUNKED + "5\r\n{}",
        CHUNKED + "2\r\n{}\r\n",
        CHUNKED
      })
  void a_request_that_is_cut_short_is_invalid(String request) throws IOException {
    try (RawHttp raw = new RawHttp(emulator.uri())) {
      raw.send(request).endOutput().receive().refused(400, "InvalidData");
    }
  }

  /** Which of the two happens depends on how much the server has read before the end. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "POST /api",
        "POST /api HTTP/1.1",
        "POST /api HTTP/1.1\r\n",
        POST,
        POST + "A: b"
      })
  void a_request_whose_head_is_cut_short_is_invalid_or_its_connection_closed(String head)
      throws IOException {
    try (RawHttp raw = new RawHttp(emulator.uri())) {
      raw.send(head).endOutput().receive().refused(400, "InvalidData");
    } catch (EOFException closed) {
      assertThat(closed).hasMessage("the connection ended after ''");
    }
    assertThat(answerTo(GET).status()).isEqualTo(200);
  }

  @Test
  void a_client_that_leaves_in_the_middle_disturbs_nobody() throws IOException {
    for (int i = 0; i < 100; i++) {
      try (RawHttp raw = new RawHttp(emulator.uri())) {
        raw.send(POST + "Content-Length: 20\r\n\r\n{");
      }
    }

    assertThat(answerTo(GET).status()).isEqualTo(200);
  }

  @Test
  void a_body_may_come_byte_by_byte() throws IOException {
    try (RawHttp raw = new RawHttp(emulator.uri())) {
      raw.send(POST + "Content-Length: 11\r\n\r\n");
      for (char c : "{name: 'x'}".toCharArray()) {
        raw.send(String.valueOf(c));
      }

      assertThat(raw.receive().status()).isEqualTo(200);
    }
  }

  @Test
  void requests_that_come_all_at_once_are_answered_in_their_order() throws IOException {
    String post = POST + "Content-Length: 3\r\n\r\n{{{";
    String nothing = "GET /nothing HTTP/1.1\r\n" + HEADERS + "\r\n";
    try (RawHttp raw = new RawHttp(emulator.uri())) {
      raw.send((GET + post + nothing).repeat(20));

      for (int i = 0; i < 20; i++) {
        assertThat(raw.receive().status()).isEqualTo(200);
        raw.receive().refused(400, "InvalidData");
        raw.receive().refused(404, "NotFound");
      }
    }
  }

  @Test
  void a_connection_can_be_used_on_after_a_body_that_was_too_large() throws IOException {
    try (RawHttp raw = new RawHttp(emulator.uri())) {
      for (int i = 0; i < 3; i++) {
        raw.send(withLength(MEGABYTE + 1)).receive().refused(413, "RequestTooLarge");
        assertThat(raw.send(GET).receive().status()).isEqualTo(200);
      }
    }
  }

  private static Response answerTo(String request) throws IOException {
    try (RawHttp raw = new RawHttp(emulator.uri())) {
      return raw.send(request).receive();
    }
  }

  private static String withLength(int bytes) {
    return POST + "Content-Length: " + bytes + "\r\n\r\n" + " ".repeat(bytes);
  }

  private static String chunked(int bytes, int chunk) {
    StringBuilder request = new StringBuilder(CHUNKED);
    for (int sent = 0; sent < bytes; sent += chunk) {
      int size = Math.min(chunk, bytes - sent);
      request
          .append(Integer.toHexString(size))
          .append("\r\n")
          .append(" ".repeat(size))
          .append("\r\n");
    }
    return request.append("0\r\n\r\n").toString();
  }
}
