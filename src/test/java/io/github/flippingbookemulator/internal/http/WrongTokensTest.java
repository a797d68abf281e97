package io.github.flippingbookemulator.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.testkit.RawHttp;
import java.io.IOException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Guesses of the control plane's token are slowed down; its owner notices nothing. */
class WrongTokensTest {
  private final WrongTokens wrongTokens = new WrongTokens();

  @Test
  void who_mistypes_notices_nothing_and_who_guesses_waits_ever_longer() {
    assertThat(Stream.generate(() -> wrongTokens.delay("::1").toMillis()).limit(11))
        .containsExactly(0L, 0L, 0L, 0L, 0L, 250L, 500L, 1000L, 2000L, 4000L, 4000L);
  }

  @Test
  void each_address_is_counted_for_itself_and_old_ones_are_forgotten() {
    for (int i = 0; i < 6; i++) {
      wrongTokens.delay("10.0.0.1");
    }
    assertThat(wrongTokens.delay("10.0.0.2")).isZero();
    assertThat(wrongTokens.delay("10.0.0.1")).isPositive();

    IntStream.range(0, 1000).forEach(i -> wrongTokens.delay("host" + i));
    assertThat(wrongTokens.delay("10.0.0.1")).isZero();
  }

  @Test
  void a_wrong_token_is_answered_late_wherever_it_is_sent_and_a_right_one_at_once()
      throws IOException {
    try (Emulator emulator =
        Emulator.start(EmulatorOptions.defaults().controlToken("to-steer-1").speed(0))) {
      for (int i = 0; i < 5; i++) {
        assertThat(status(emulator, "GET /_emulator/clock", "guess" + i)).isEqualTo(401);
      }
      for (String call : new String[] {"GET /_emulator/clock", "GET /_emulator/nothing"}) {
        long began = System.nanoTime();
        assertThat(status(emulator, call, "guess")).isEqualTo(401);
        assertThat(System.nanoTime() - began).as(call).isGreaterThan(200_000_000);
      }
      assertThat(status(emulator, "GET /_emulator/clock", "to-steer-1")).isEqualTo(200);
    }
  }

  @Test
  void a_wrong_token_at_the_login_counts_too() throws IOException {
    try (Emulator emulator =
            Emulator.start(EmulatorOptions.defaults().controlToken("to-steer-1").speed(0));
        RawHttp browser = new RawHttp(emulator.uri())) {
      long began = System.nanoTime();
      for (int i = 0; i < 6; i++) {
        browser.send("POST /_emulator/login HTTP/1.1\r\nHost: localhost\r\nContent-Length: 12\r\n");
        assertThat(browser.send("\r\n{token: 'x'}").receive().status()).isEqualTo(401);
      }
      assertThat(System.nanoTime() - began).isGreaterThan(200_000_000);
    }
  }

  private static int status(Emulator emulator, String call, String token) throws IOException {
    try (RawHttp raw = new RawHttp(emulator.uri())) {
      raw.send(
          call + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\n\r\n");
      return raw.receive().status();
    }
  }
}
