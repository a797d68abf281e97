package io.github.flippingbookemulator.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.internal.source.pdf.TestPdfs;
import io.github.flippingbookemulator.source.Pace;
import io.github.flippingbookemulator.source.SourceEvent.ConversionFailed;
import io.github.flippingbookemulator.testkit.Api;
import io.github.flippingbookemulator.testkit.TestEmulator;
import io.github.flippingbookemulator.trigger.Delivery.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HTTPS with authorities that Java does not know: webhooks and sources. */
class TrustTest {
  private static Emulator other;
  @TempDir private static Path folder;
  private static Path authority;

  @AutoClose
  final TestEmulator service =
      TestEmulator.frozen(
          options ->
              options.pace(Pace.IMMEDIATE).httpsPort(0).webhookTimeout(Duration.ofSeconds(30)));

  @BeforeAll
  static void start_the_receiver() throws IOException {
    other = Emulator.start(EmulatorOptions.defaults().httpsPort(0));
    authority = Files.writeString(folder.resolve("ca.pem"), other.certificateAuthority());
  }

  @AfterAll
  static void stop_the_receiver() {
    other.close();
  }

  @Test
  void the_emulator_trusts_its_own_authority() {
    Emulator emulator = service.emulator();

    assertThat(tell(emulator, emulator.httpsUri() + "/_emulator/inbox/a").state())
        .isEqualTo(State.DELIVERED);
    assertThat(emulator.inbox("a").messages()).hasSize(1);
  }

  @Test
  void a_receiver_with_a_private_authority_is_told_once_that_is_trusted() {
    String endpoint = other.httpsUri() + "/_emulator/inbox/a";

    Delivery refused = tell(service.emulator(), endpoint);
    assertThat(refused.tries().get(0).failure())
        .isEqualTo(
            "certificate not trusted: its authority is unknown here; the option trust names"
                + " further ones");
    try (Emulator trusting =
        Emulator.start(EmulatorOptions.defaults().speed(0).pace(Pace.IMMEDIATE).trust(authority))) {
      assertThat(tell(trusting, endpoint).state()).isEqualTo(State.DELIVERED);
      assertThat(
              tell(trusting, endpoint.replace("127.0.0.1", "other.localhost"))
                  .tries()
                  .get(0)
                  .failure())
          .isEqualTo("certificate not trusted: it is for another host");
    }
  }

  @Test
  void a_source_comes_from_the_emulator_itself() {
    String published = service.publish(TestPdfs.pages(1));
    service.emulator().conversions().finishAll();
    String pdf =
        service.publication(published).get("contentRoot").textValue().replace("http:", "https:")
            + "source.pdf";
    service.create(
        "{url: '"
            + pdf.replace(":" + service.emulator().uri().getPort(), ":" + port(service.emulator()))
            + "'}");
    service.emulator().conversions().finishAll();

    // There is no such file, but it was asked for.
    assertThat(service.happened(ConversionFailed.class))
        .singleElement()
        .extracting(ConversionFailed::reason)
        .asString()
        .contains("status 404");
  }

  @Test
  void plain_http_at_a_port_for_https_and_the_other_way_round_are_told_apart() {
    String atPlainPort = "https://127.0.0.1:" + other.uri().getPort() + "/";

    assertThat(tell(service.emulator(), atPlainPort).tries().get(0).failure())
        .isIn( // what comes first, the answer or the end of the connection, differs
            "no TLS is spoken there: does the URL begin with http?",
            "the connection was closed before the end of the answer");
  }

  @Test
  void a_file_without_certificates_is_one_clear_sentence() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty.pem"), "nothing");

    assertThatThrownBy(() -> Emulator.start(EmulatorOptions.defaults().trust(empty)))
        .hasMessage(empty + " has no certificate in PEM form (-----BEGIN CERTIFICATE-----)");
    assertThatThrownBy(
            () -> Emulator.start(EmulatorOptions.defaults().trust(folder.resolve("none.pem"))))
        .hasMessageContaining("cannot read the trust file");
  }

  private static int port(Emulator emulator) {
    return emulator.httpsUri().getPort();
  }

  /** Makes a trigger, publishes, and returns the delivery of that. */
  private static Delivery tell(Emulator emulator, String endpoint) {
    Api api = new Api(emulator);
    api.post(
            "/fbonline/triggers",
            "{trigger: {events: ['created'], endpoint: '%s'}}".formatted(endpoint))
        .ok();
    api.publish(TestPdfs.pages(1));
    emulator.clock().advance(Duration.ZERO);
    List<Delivery> all =
        emulator.deliveries().all().stream()
            .filter(each -> endpoint.equals(each.endpoint()))
            .toList();
    return all.get(all.size() - 1);
  }
}
