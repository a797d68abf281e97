package io.github.flippingbookemulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.github.flippingbookemulator.account.AccountOptions;
import io.github.flippingbookemulator.http.RateLimit;
import io.github.flippingbookemulator.internal.source.pdf.TestPdfs;
import io.github.flippingbookemulator.internal.time.EmulatorClock;
import io.github.flippingbookemulator.testkit.Api;
import io.github.flippingbookemulator.testkit.Api.Reply;
import io.github.flippingbookemulator.time.ClockControl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Starting, resetting and stopping an emulator. */
@Timeout(120)
class EmulatorLifecycleTest {
  private static final EmulatorOptions OPTIONS =
      EmulatorOptions.defaults().rateLimit(RateLimit.OFF);

  @Test
  void a_stopped_emulator_leaves_no_thread_and_a_free_port() throws IOException {
    Emulator emulator = Emulator.start(OPTIONS.speed(1000));
    new Api(emulator).publish(TestPdfs.pages(3));
    assertThat(threads()).isNotEmpty();
    int port = emulator.uri().getPort();

    emulator.close();

    await().untilAsserted(() -> assertThat(threads()).isEmpty());
    new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
  }

  @Test
  void it_can_be_started_and_stopped_again_and_again_on_the_same_port() {
    int port = 0;
    for (int i = 0; i < 50; i++) {
      try (Emulator emulator = Emulator.start(OPTIONS.port(port))) {
        port = emulator.uri().getPort();
        new Api(emulator).get("/auth/me").ok();
      }
    }

    await().untilAsserted(() -> assertThat(threads()).isEmpty());
  }

  @Test
  void it_can_be_stopped_twice() {
    Emulator emulator = Emulator.start(OPTIONS);
    emulator.close();

    assertThatCode(emulator::close).doesNotThrowAnyException();
  }

  @Test
  void a_port_in_use_is_one_clear_sentence_and_leaves_no_thread() {
    try (Emulator first = Emulator.start(OPTIONS)) {
      int port = first.uri().getPort();
      long before = threads().size();

      assertThatThrownBy(() -> Emulator.start(OPTIONS.port(port)))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageStartingWith(
              "Cannot listen on 127.0.0.1:" + port + " (Address already in use)");
      await().untilAsserted(() -> assertThat(threads().size()).isLessThanOrEqualTo((int) before));
    }
  }

  @Test
  void an_https_port_in_use_is_one_clear_sentence_and_leaves_no_thread_and_no_port()
      throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int plain = other.getLocalPort();
      other.close();
      EmulatorOptions options = OPTIONS.port(plain).httpsPort(taken.getLocalPort());

      assertThatThrownBy(() -> Emulator.start(options))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageStartingWith(
              "Cannot listen on 127.0.0.1:" + taken.getLocalPort() + " (Address already in use)");
      await().untilAsserted(() -> assertThat(threads()).isEmpty());
      new ServerSocket(plain, 1, InetAddress.getLoopbackAddress()).close();
    }
  }

  @Test
  void a_stopped_emulator_frees_both_of_its_ports() throws IOException {
    Emulator emulator = Emulator.start(OPTIONS.httpsPort(0));
    URI https = emulator.httpsUri();
    List<Integer> ports = List.of(emulator.uri().getPort(), https.getPort());

    emulator.close();

    assertThat(emulator.httpsUri()).isEqualTo(https);
    for (int port : ports) {
      new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
    }
    await().untilAsserted(() -> assertThat(threads()).isEmpty());
  }

  @Test
  void several_emulators_run_side_by_side() {
    try (Emulator one = Emulator.start(OPTIONS);
        Emulator other = Emulator.start(OPTIONS)) {
      new Api(one).post("/fbonline/publication", "").ok();

      assertThat(new Api(other).get("/fbonline/publication").ok().at("/total").intValue()).isZero();
    }
  }

  @Test
  void a_reset_forgets_everything_and_keeps_the_port() {
    try (Emulator emulator = Emulator.start(OPTIONS.speed(0).seed(5))) {
      URI uri = emulator.uri();
      Api api = new Api(emulator);
      Reply before = api.post("/fbonline/publication", "{name: 'x'}").ok();
      api.publish(TestPdfs.pages(2));
      String key = api.post("/auth/key", "").ok().text("/key");
      emulator.accounts().open(AccountOptions.defaults().withApiKey("other"));
      emulator.accounts().defaultAccount().domains(List.of("d.example.com"));
      emulator.clock().advance(Duration.ofDays(400));
      ClockControl clock = emulator.clock();
      api.delete("/auth/key").ok();

      emulator.reset();

      assertThat(emulator.uri()).isEqualTo(uri);
      assertThat(emulator.journal().entries()).isEmpty();
      assertThat(emulator.accounts().all()).hasSize(1);
      assertThat(emulator.clock().now()).isBefore(clock.now().minus(Duration.ofDays(300)));
      assertThat(api.get("/auth/key").ok().at("/keys").toString()).isEqualTo("[\"emulator-key\"]");
      assertThat(api.get("/fbonline/publication").ok().at("/total").intValue()).isZero();
      assertThat(api.get("/fbonline/custom-domains").ok().at("/customDomains")).isEmpty();
      api.as(key).get("/auth/me").refused(403, "InvalidApiKey");
      api.as("other").get("/auth/me").refused(403, "InvalidApiKey");
      assertThatIllegalStateException().isThrownBy(() -> clock.advance(Duration.ZERO));
      // The seed begins anew, too.
      assertThat(api.post("/fbonline/publication", "{name: 'x'}").ok().text("/id"))
          .isEqualTo(before.text("/id"));
    }
  }

  @Test
  void the_clock_shows_the_start_time_at_the_start_and_after_each_reset() {
    Instant start = Instant.parse("2030-01-31T12:00:00Z");
    try (Emulator emulator = Emulator.start(OPTIONS.speed(0).startTime(start))) {
      Api api = new Api(emulator);
      Reply publication = api.post("/fbonline/publication", "{name: 'x'}").ok();
      assertThat(Instant.parse(publication.text("/lastModified"))).isEqualTo(start);
      emulator.clock().advance(Duration.ofDays(1));

      emulator.reset();

      assertThat(emulator.clock().now()).isEqualTo(start);
    }
  }

  @Test
  void without_a_start_time_the_clock_shows_the_real_time() {
    try (Emulator emulator = Emulator.start(OPTIONS.speed(0))) {
      assertThat(emulator.clock().now())
          .isCloseTo(EmulatorClock.realTime(), within(1, ChronoUnit.MINUTES));
    }
  }

  @Test
  void requests_under_way_during_resets_are_answered() {
    try (Emulator emulator = Emulator.start(OPTIONS)) {
      Api api = new Api(emulator);
      for (int i = 0; i < 20; i++) {
        List<CompletableFuture<Reply>> calls =
            Stream.generate(() -> api.getLater("/fbonline/publication")).limit(20).toList();
        emulator.reset();
        calls.forEach(reply -> reply.join().ok());
      }
    }
  }

  @Test
  void uploads_under_way_during_resets_are_answered_and_leave_nothing_behind() {
    byte[] pdf = TestPdfs.pages(50);
    String body = "{data: '%s'}".formatted(Api.base64(pdf));
    try (Emulator emulator = Emulator.start(OPTIONS.speed(100))) {
      Api api = new Api(emulator);
      for (int i = 0; i < 10; i++) {
        List<CompletableFuture<Reply>> uploads =
            Stream.generate(
                    () ->
                        CompletableFuture.supplyAsync(
                            () -> api.post("/fbonline/publication", body)))
                .limit(4)
                .toList();
        emulator.reset();
        uploads.forEach(reply -> assertThat(reply.join().status()).isIn(200, 404, 500));
      }
      emulator.reset();
      assertThat(api.get("/fbonline/publication").ok().at("/total").intValue()).isZero();
    }
  }

  private static List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("flippingbook-"))
        .toList();
  }
}
