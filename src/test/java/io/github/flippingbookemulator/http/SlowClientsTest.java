package io.github.flippingbookemulator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.flippingbookemulator.testkit.RawHttp;
import io.github.flippingbookemulator.testkit.RawHttp.Response;
import io.github.flippingbookemulator.testkit.ServerThreads;
import io.github.flippingbookemulator.testkit.TestEmulator;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that send or receive slowly occupy no thread. The server has 64. */
class SlowClientsTest {
  private static final int MANY = 80;
  private static final String HOST = "Host: localhost\r\n";
  private static final String KEY = "Authorization: Bearer emulator-key\r\n";
  private static final String LIST = "/fbonline/publication";

  @AutoClose
  private final TestEmulator emulator =
      TestEmulator.frozen(options -> options.rateLimit(RateLimit.OFF));

  @AutoClose
  private final TestEmulator hasty =
      TestEmulator.frozen(options -> options.bodyTimeout(Duration.ofMillis(300)));

  private final List<RawHttp> clients = new ArrayList<>();

  @AfterEach
  void leave() throws IOException {
    for (RawHttp client : clients) {
      client.close();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /api/v1/fbonline/publication HTTP/1.1\r\n" + KEY,
        "POST /api/v1/auth/key HTTP/1.1\r\n",
        "POST /api/v1/fbonline/publication HTTP/1.1\r\n", // refused, its body is read afterwards
        "POST /nothing HTTP/1.1\r\n",
        "POST /api/v1/auth%2Fkey HTTP/1.1\r\n",
        "POST /_emulator/inbox/all HTTP/1.1\r\n",
        "PUT /_emulator/snapshot HTTP/1.1\r\n",
        "GET /api/v1/auth/me HTTP/1.1\r\n" + KEY,
        "POST /api/v1/fbonline/publication HTTP/1.1\r\nExpect: 100-continue\r\n" + KEY
      })
  void clients_that_do_not_send_the_rest_of_a_body_hold_nobody_up(String head) throws IOException {
    for (int i = 0; i < MANY; i++) {
      connect().send(head + HOST + "Content-Length: 1000\r\n\r\n{");
    }

    othersAreAnswered();
  }

  @Test
  void clients_that_leave_in_the_middle_leave_no_thread_at_work() throws IOException {
    String head = "POST /_emulator/inbox/all HTTP/1.1\r\n" + HOST + "Content-Length: 1000\r\n\r\n{";
    for (int round = 0; round < 5; round++) {
      for (int i = 0; i < MANY; i++) {
        connect().send(head);
      }
      leave();
    }

    await().untilAsserted(() -> assertThat(ServerThreads.atWork()).isZero());
  }

  @Test
  void a_body_that_is_sent_in_two_parts_arrives_whole() throws IOException {
    String head = "POST /api/v1/fbonline/publication HTTP/1.1\r\n" + KEY + HOST;
    RawHttp client = connect().send(head + "Content-Length: 13\r\n\r\n{name:");
    othersAreAnswered();

    assertThat(client.send("'Slow'}").receive().status()).isEqualTo(200);
    assertThat(emulator.api().get(LIST).text("/publications/0/name")).isEqualTo("Slow");
  }

  @Test
  void a_body_that_does_not_arrive_in_time_is_refused_and_the_connection_closed()
      throws IOException {
    try (RawHttp client = new RawHttp(hasty.emulator().uri())) {
      client.send("POST /api/v1/fbonline/publication HTTP/1.1\r\n" + KEY + HOST);
      Response answer = client.send("Content-Length: 1000\r\n\r\n{").receive();

      assertThat(answer.refused(400, "InvalidData").text())
          .contains("did not arrive in time: a megabyte may take 0.3 seconds");
      assertThat(answer.header("Connection", "")).isEqualTo("close");
      assertThat(client.isClosedByServer()).isTrue();
    }
    assertThat(hasty.emulator().journal().requests()).hasSize(1);
  }

  @Test
  void clients_that_do_not_read_large_answers_hold_nobody_up_and_can_still_read_them()
      throws IOException {
    fill(100);
    for (int i = 0; i < MANY; i++) {
      connect()
          .send("GET /api/v1/fbonline/publication?count=1000 HTTP/1.1\r\n" + KEY + HOST + "\r\n");
    }

    othersAreAnswered();
    assertThat(clients.get(0).receiveHead().header("Transfer-Encoding", "")).isEqualTo("chunked");
  }

  @Test
  void a_large_list_says_what_its_parts_say() {
    fill(60);
    JsonNode whole = emulator.api().get(LIST + "?count=1000").ok().at("/publications");

    assertThat(whole).hasSize(60);
    for (int i = 0; i < 60; i++) {
      JsonNode part = emulator.api().get(LIST + "?count=1&offset=" + i).ok().at("/publications");
      assertThat(whole.get(i)).isEqualTo(part.get(0));
    }
  }

  @Test
  void the_journal_keeps_the_beginning_of_a_large_list() {
    fill(60);
    emulator.api().get(LIST + "?count=1000").ok();

    var requests = emulator.emulator().journal().requests();
    var list = requests.get(requests.size() - 1);
    assertThat(list.exchange().responseBody())
        .startsWith("{\"success\":true,\"total\":60,")
        .endsWith("... (more than 16384 bytes in all)")
        .hasSizeLessThan(17_000);
  }

  @Test
  void a_connection_says_how_long_it_lives() throws IOException {
    RawHttp client = connect();
    Response answer =
        client.send("GET /api/v1/auth/me HTTP/1.1\r\n" + KEY + HOST + "\r\n").receive();
    assertThat(answer.header("Keep-Alive", "")).isEqualTo("timeout=75");

    String last = "GET /api/v1/auth/me HTTP/1.1\r\nConnection: close\r\n";
    Response end = client.send(last + KEY + HOST + "\r\n").receive();
    assertThat(end.headers()).doesNotContainKey("Keep-Alive");
    assertThat(end.header("Connection", "")).isEqualTo("close");
  }

  private RawHttp connect() throws IOException {
    RawHttp client = new RawHttp(emulator.emulator().uri());
    clients.add(client);
    return client;
  }

  private void othersAreAnswered() throws IOException {
    for (String path : List.of("/api/v1/auth/me", "/_emulator/health", "/_emulator/clock")) {
      assertThat(
              connect()
                  .send("GET " + path + " HTTP/1.1\r\n" + KEY + HOST + "\r\n")
                  .receive()
                  .status())
          .as(path)
          .isEqualTo(200);
    }
  }

  private void fill(int publications) {
    String description = "d".repeat(10_000);
    for (int i = 0; i < publications; i++) {
      String body = "{name: 'n%d', description: '%s'}".formatted(i, description);
      emulator.api().post(LIST, body).ok();
    }
  }
}
