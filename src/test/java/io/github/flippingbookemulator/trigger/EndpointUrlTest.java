package io.github.flippingbookemulator.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.testkit.Api;
import io.github.flippingbookemulator.testkit.PublicationClient;
import io.github.flippingbookemulator.testkit.RawServer;
import io.github.flippingbookemulator.testkit.TestEmulator;
import io.github.flippingbookemulator.testkit.TriggerClient;
import io.github.flippingbookemulator.trigger.Delivery.State;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** URLs of endpoints: which are accepted, and where their webhooks go. */
class EndpointUrlTest {
  private static final byte[] OK = RawServer.response("200 OK", "", new byte[0]);

  @AutoClose
  private final Emulator emulator =
      Emulator.start(TestEmulator.IMMEDIATE.webhookTimeout(Duration.ofSeconds(30)));

  private final Api api = new Api(emulator);
  private final PublicationClient publications = new PublicationClient(emulator);
  private final TriggerClient triggers = new TriggerClient(emulator);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://my_app:9999/hook",
        "https://käse.example/hook",
        "http://localhost/a b|c?d=%",
        "http://user:password@localhost/",
        " http://localhost/ ",
      })
  void what_browsers_take_is_accepted_and_kept_as_it_is(String endpoint) {
    triggers.request(endpoint, "", "created").ok();

    assertThat(emulator.triggers().all()).extracting(Trigger::endpoint).containsExactly(endpoint);
  }

  @ParameterizedTest
  @CsvSource({
    "ftp://localhost/, is not an absolute http or https address",
    "http://localhost:70000/, has the port 70000",
    "http://a b/, has the host 'a b'",
  })
  void what_cannot_be_called_is_refused_with_the_true_reason(String endpoint, String reason) {
    assertThat(
            api.post(
                    TriggerClient.TRIGGERS,
                    "{trigger: {events: ['created'], endpoint: \"%s\"}}".formatted(endpoint))
                .refused(500, "InternalError"))
        .contains(endpoint, reason);
  }

  @Test
  void an_unusual_path_is_encoded() {
    try (RawServer receiver = new RawServer((request, number) -> OK)) {
      tell(receiver.url("/my hook|käse?a b"));

      assertThat(receiver.asked()).containsExactly("POST /my%20hook%7Ck%C3%A4se?a%20b");
    }
  }

  @Test
  void user_info_is_sent_as_basic_authentication_and_told_to_nobody_else() {
    try (RawServer receiver = new RawServer((request, number) -> OK)) {
      String place = "127.0.0.1:" + receiver.port() + "/";
      tell("http://ann:s%40cret@" + place);

      // ann:s@cret
      assertThat(receiver.requests().get(0))
          .contains("\r\nAuthorization: Basic YW5uOnNAY3JldA==\r\n")
          .contains("\r\nHost: 127.0.0.1:" + receiver.port() + "\r\n");
      Delivery delivery = emulator.deliveries().all().get(0);
      assertThat(delivery.endpoint()).isEqualTo("http://ann:***@" + place);

      emulator.deliveries().redeliver(delivery.number());
      emulator.clock().advance(Duration.ZERO);
      assertThat(receiver.requests().get(1)).contains("YW5uOnNAY3JldA==");

      emulator.deliveries().hold();
      publications.publish();
      assertThat(emulator.pending().toString()).contains("***").doesNotContain("cret");
    }
  }

  @Test
  void localhost_is_tried_at_both_its_addresses() throws IOException {
    InetAddress six = InetAddress.getByName("::1");
    assumeTrue(canListen(six), "this machine has no ::1");
    try (RawServer onSix = new RawServer(six, (request, number) -> OK);
        RawServer onFour = new RawServer((request, number) -> OK)) {
      tell("http://localhost:" + onSix.port() + "/six");
      tell("http://any.name.localhost:" + onFour.port() + "/four");

      assertThat(onSix.asked()).contains("POST /six");
      assertThat(onFour.asked()).containsExactly("POST /four");
      assertThat(triggers.states()).containsOnly(State.DELIVERED);
    }
  }

  private void tell(String endpoint) {
    triggers.request(endpoint, "", "created").ok();
    publications.publish();
    emulator.clock().advance(Duration.ZERO);
  }

  private static boolean canListen(InetAddress address) {
    try (ServerSocket socket = new ServerSocket(0, 1, address)) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
