package io.github.flippingbookemulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.flippingbookemulator.account.AccountOptions;
import io.github.flippingbookemulator.http.RateLimit;
import io.github.flippingbookemulator.internal.source.RegisteredFiles;
import io.github.flippingbookemulator.internal.source.pdf.TestPdfs;
import io.github.flippingbookemulator.journal.JournalEntry.Request;
import io.github.flippingbookemulator.testkit.Api;
import io.github.flippingbookemulator.testkit.MisbehavingEndpoint;
import io.github.flippingbookemulator.trigger.Delivery.State;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One server under several options, one after the other. */
@Timeout(60)
class RestartWithOptionsTest {
  private static final EmulatorOptions OPTIONS =
      EmulatorOptions.defaults().speed(0).rateLimit(RateLimit.OFF);

  @Test
  void a_reset_to_other_options_keeps_the_port_and_forgets_the_rest() {
    try (Emulator emulator = Emulator.start(OPTIONS)) {
      URI uri = emulator.uri();
      new Api(emulator).post("/fbonline/publication", "{name: 'x'}").ok();

      emulator.reset(OPTIONS.apiKey("another").flatErrors(true));

      assertThat(emulator.uri()).isEqualTo(uri);
      assertThat(emulator.apiKey()).isEqualTo("another");
      assertThat(emulator.journal().entries()).isEmpty();
      Api api = new Api(emulator);
      assertThat(api.get("/fbonline/publication").ok().at("/total").intValue()).isZero();
      assertThat(api.get("/nothing").at("/error").textValue()).isEqualTo("NotFound");
      api.as("emulator-key").get("/auth/me").refused(403, "InvalidApiKey");
    }
  }

  @Test
  void a_plain_reset_keeps_the_options_of_the_reset_before() {
    try (Emulator emulator = Emulator.start(OPTIONS)) {
      emulator.reset(OPTIONS.apiKey("another"));
      emulator.reset();

      assertThat(emulator.apiKey()).isEqualTo("another");
    }
  }

  @Test
  void timeouts_are_those_of_the_options_in_force() throws IOException {
    try (MisbehavingEndpoint silent = MisbehavingEndpoint.silent();
        Emulator emulator = Emulator.start(OPTIONS)) {
      emulator.reset(OPTIONS.webhookTimeout(Duration.ofMillis(50)));
      Api api = new Api(emulator);
      api.post(
              "/fbonline/triggers",
              "{trigger: {events: ['created'], endpoint: '%s'}}".formatted(silent.url()))
          .ok();
      api.publish(TestPdfs.pages(1));

      emulator.clock().advance(Duration.ofMinutes(1));

      assertThat(emulator.deliveries().all())
          .singleElement()
          .satisfies(
              delivery -> {
                assertThat(delivery.state()).isEqualTo(State.FAILED);
                assertThat(delivery.tries())
                    .allSatisfy(each -> assertThat(each.failure()).contains("within 0.05 s"));
              });
    }
  }

  @Test
  void host_ports_and_origins_do_not_change() {
    try (Emulator emulator = Emulator.start(OPTIONS)) {
      List<EmulatorOptions> others =
          List.of(
              OPTIONS.port(1),
              OPTIONS.host("localhost"),
              OPTIONS.httpsPort(0),
              OPTIONS.trust(Path.of("ca.pem")),
              OPTIONS.corsOrigins(List.of("http://localhost:3000")));
      assertThat(emulator.fits(OPTIONS.seed(3))).isTrue();
      for (EmulatorOptions other : others) {
        assertThat(emulator.fits(other)).isFalse();
        assertThatIllegalArgumentException()
            .isThrownBy(() -> emulator.reset(other))
            .withMessageContaining("host, port, HTTPS, trusted authorities and CORS origins stay");
        assertThatIllegalArgumentException().isThrownBy(() -> emulator.successor(other));
      }
      new Api(emulator).get("/auth/me").ok();
    }
  }

  @Test
  void who_still_has_an_emulator_cannot_touch_its_successor() {
    Emulator before = Emulator.start(OPTIONS);
    new Api(before).post("/fbonline/publication", "{name: 'x'}").ok();
    try (Emulator after = before.successor(OPTIONS.apiKey("after"))) {
      Api api = new Api(after);

      assertThat(after.uri()).isEqualTo(before.uri());
      assertThat(before.publications().all()).hasSize(1);
      assertThat(after.publications().all()).isEmpty();
      before.accounts().open(AccountOptions.defaults());
      assertThat(after.accounts().all()).hasSize(1);
      assertThatIllegalStateException()
          .isThrownBy(() -> before.clock().advance(Duration.ofDays(1)));
      assertThatIllegalStateException().isThrownBy(before::reset);
      assertThatIllegalStateException().isThrownBy(() -> before.successor(OPTIONS));
      before.close();

      api.get("/auth/me").ok();
    }
  }

  @Test
  void a_stopped_emulator_is_not_brought_back_by_a_reset() {
    Emulator emulator = Emulator.start(OPTIONS);
    URI uri = emulator.uri();
    emulator.close();

    assertThatIllegalStateException().isThrownBy(emulator::reset);
    assertThatIllegalStateException().isThrownBy(() -> emulator.successor(OPTIONS));
    assertThat(emulator.uri()).isEqualTo(uri);
  }

  @Test
  void the_journal_counts_its_lines_from_the_start() {
    try (Emulator emulator = Emulator.start(OPTIONS)) {
      assertThat(emulator.journal().count()).isZero();
      Api api = new Api(emulator);
      api.post("/fbonline/publication", "{name: 'x'}").ok();
      assertThat(emulator.journal().count())
          .isEqualTo(2)
          .isEqualTo(emulator.journal().entries().size());
      emulator.reset();
      assertThat(emulator.journal().count()).isZero();
    }
  }

  @Test
  void a_call_of_no_endpoint_is_noted_with_the_account_of_its_key() {
    try (Emulator emulator = Emulator.start(OPTIONS)) {
      String key = emulator.accounts().open(AccountOptions.defaults()).apiKey();
      Api api = new Api(emulator);

      api.as(key).get("/nothing").refused(404, "NotFound");
      api.as("unknown").get("/nothing").refused(404, "NotFound");

      assertThat(emulator.journal().requests())
          .extracting(Request::accountId)
          .containsExactly(2L, 0L);
    }
  }

  @Test
  void a_delivery_under_way_does_not_arrive_after_a_reset() {
    try (Emulator emulator = Emulator.start(OPTIONS)) {
      for (int i = 0; i < 300; i++) {
        Api api = new Api(emulator);
        api.post(
                "/fbonline/triggers",
                "{trigger: {events: ['deleted'], endpoint: '%s'}}"
                    .formatted(emulator.inbox("own").url()))
            .ok();
        String id = api.post("/fbonline/publication", "{name: 'x'}").ok().text("/id");
        api.delete("/fbonline/publication/" + id).ok();

        emulator.reset();

        // The call is answered after whatever came before it.
        new Api(emulator).get("/auth/me").ok();
        assertThat(emulator.inbox("own").messages()).as("round " + i).isEmpty();
      }
    }
  }

  @Test
  void a_configuration_file_is_read_over_what_was_set_before(@TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("it.json5"), "{seed: 5, apiKey: 'mine'}");

    EmulatorOptions options =
        OPTIONS.registeredFiles(Map.of("http://a.example/b.pdf", file)).config(file);

    assertThat(options.seed()).hasValue(5);
    assertThat(options.get("speed")).contains("0");
    assertThat(options.accounts().get(0).apiKeys()).containsExactly("mine");
    assertThat(options.values().get(RegisteredFiles.FILES)).hasSize(1);
  }

  @Test
  void what_is_wrong_with_a_configuration_file_is_told_with_its_line(@TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("it.json5"), "{\nsped: 5}");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> OPTIONS.config(file))
        .withMessage(file + ", line 2: unknown key 'sped', did you mean 'speed'?");
  }
}
