package io.github.flippingbookemulator.internal.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.internal.option.OptionException;
import io.github.flippingbookemulator.testkit.FileServer;
import io.github.flippingbookemulator.testkit.MisbehavingEndpoint;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HostileServiceTest {
  private static final String KEY = "the-key-of-somebody";
  private static final String ME = "{\"success\":true,\"id\":1,\"email\":\"a@example.com\"}";

  @AutoClose private final ComparingEmulator comparing = new ComparingEmulator();
  @AutoClose private final FileServer server = new FileServer();
  @TempDir private Path folder;

  @Test
  void a_web_page_is_no_service() {
    server.on("/", exchange -> answer(exchange, 200, "text/html; charset=utf-8", "<html>"));
    assertRefused("answered 200 with a body that is no JSON object (text/html)");
  }

  @Test
  void another_service_is_no_service() {
    server.on("/", exchange -> answer(exchange, 200, "application/json", "{\"hello\":1}"));
    assertRefused("answers, but not as the FlippingBook API does");
  }

  @Test
  void a_silent_service_is_given_up() {
    try (MisbehavingEndpoint silent = MisbehavingEndpoint.silent()) {
      assertRefused(silent.url(), "did not answer within 1.5 s");
    }
  }

  @Test
  void a_service_that_hangs_up_is_given_up() {
    try (MisbehavingEndpoint service = MisbehavingEndpoint.hangingUp()) {
      assertRefused(service.url(), "broke the connection off, or does not speak HTTP");
    }
  }

  @Test
  void an_endless_body_is_given_up() {
    try (MisbehavingEndpoint service = MisbehavingEndpoint.endless()) {
      assertRefused(service.url(), "answered more than 4 MB");
    }
  }

  @Test
  void a_port_at_which_nobody_listens_is_said_so() {
    server.close();
    assertRefused("does not accept connections");
  }

  @Test
  void the_key_is_not_sent_where_a_redirect_leads() {
    try (FileServer other = new FileServer()) {
      AtomicInteger calls = new AtomicInteger();
      other.on("/", exchange -> calls.incrementAndGet());
      server.redirect("/", 302, other.url("/api/v1/auth/me"));

      assertRefused("answered 302, a redirect, which is not followed");
      assertThat(calls).hasValue(0);
    }
  }

  @Test
  void a_service_that_is_always_too_busy_is_given_up() {
    AtomicInteger calls = new AtomicInteger();
    server.on(
        "/",
        exchange -> {
          calls.incrementAndGet();
          exchange.getResponseHeaders().set("Retry-After", "0");
          answer(exchange, 429, "application/json", "{}");
        });
    assertRefused("answered 429 to 4 tries");
    assertThat(calls).hasValue(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"86400", "Fri, 02 Jan 2099 00:00:00 GMT"})
  void a_service_that_asks_for_a_long_pause_is_given_up(String retryAfter) {
    server.on(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Retry-After", retryAfter);
          answer(exchange, 429, "application/json", "{}");
        });
    assertRefused("asked for a pause of ");
  }

  @Test
  void a_key_that_is_not_taken_is_one_sentence_without_the_key() {
    try (Emulator service = ComparingEmulator.service(ComparingEmulator.fast())) {
      assertThatExceptionOfType(OptionException.class)
          .isThrownBy(() -> comparing.run(service.uri(), KEY, false, false))
          .withMessageEndingWith("does not take the API key (403 InvalidApiKey)")
          .withMessageNotContaining(KEY);
    }
  }

  @Test
  void a_service_that_falls_silent_is_not_asked_for_long() {
    AtomicInteger calls = new AtomicInteger();
    onceGood(exchange -> calls.incrementAndGet());
    CompareReport report = comparing.run(root(), KEY, true, false);

    assertThat(calls.get()).isLessThanOrEqualTo(12);
    assertThat(report.count(Verdict.AGREES) + report.count(Verdict.DIFFERS)).isZero();
    assertThat(report.count(Verdict.COULD_NOT_TELL)).isPositive();
    assertThat(report.exitCode()).isEqualTo(1);
    assertThat(comparing.output()).contains("service: it did not answer within 1.5 s");
  }

  @Test
  void web_pages_in_the_middle_leave_everything_open_or_differ() {
    onceGood(exchange -> answer(exchange, 200, "text/html", "<html>"));
    CompareReport report = comparing.run(root(), KEY, true, false);

    assertThat(report.count(Verdict.AGREES)).isZero();
    assertThat(report.exitCode()).isEqualTo(1);
  }

  @Test
  void a_service_that_repeats_the_key_everywhere_does_not_bring_it_into_the_reports()
      throws IOException {
    String mirror =
        "{\"success\":true,\"id\":\"%1$s\",\"email\":\"%1$s\",\"error\":\"%1$s\",\"keys\":[\"%1$s\"],"
                .formatted(KEY)
            + "\"message\":\"Bearer %1$s\",\"wellKnownError\":\"a %1$s `|\\n\\u001b[31m\","
                .formatted(KEY)
            + "\"publications\":[{\"id\":\"%1$s\",\"state\":\"Published\"}],".formatted(KEY)
            + "\"publication\":{\"hashId\":\"%1$s\",\"creationTime\":\"%1$s\",\"state\":\"%1$s\"}}"
                .formatted(KEY);
    server.on("/", exchange -> answer(exchange, 200, "application/" + KEY, mirror));
    CompareReport report = comparing.run(root(), KEY, true, false);
    Path json = folder.resolve("r.json");
    Path markdown = folder.resolve("r.md");
    report.write(json, markdown);

    assertThat(report.count(Verdict.DIFFERS)).isPositive();
    assertThat(comparing.output()).doesNotContain(KEY).doesNotContain("\u001b").contains("***");
    assertThat(Files.readString(json)).doesNotContain(KEY).contains("***");
    assertThat(Files.readString(markdown)).doesNotContain(KEY).contains("***");
    assertThat(Files.readAllLines(markdown)).noneMatch(line -> line.startsWith("[31m"));
  }

  /** A service that takes the key, and then behaves like this. */
  private void onceGood(HttpHandler afterwards) {
    AtomicInteger calls = new AtomicInteger();
    server.on(
        "/",
        exchange -> {
          if (calls.incrementAndGet() == 1) {
            answer(exchange, 200, "application/json", ME);
          } else {
            afterwards.handle(exchange);
          }
        });
  }

  private static void answer(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, head ? -1 : bytes.length);
    if (!head) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  private URI root() {
    return URI.create(server.url(""));
  }

  private void assertRefused(String reason) {
    assertRefused(server.url(""), reason);
  }

  private void assertRefused(String url, String reason) {
    assertThatExceptionOfType(OptionException.class)
        .isThrownBy(() -> comparing.run(URI.create(url.replace("/hook", "")), KEY, true, false))
        .withMessageStartingWith("Nothing can be compared: http://127.0.0.1:")
        .withMessageContaining(reason)
        .withMessageNotContaining(KEY);
  }
}
