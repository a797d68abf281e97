package io.github.flippingbookemulator.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.internal.source.pdf.TestPdfs;
import io.github.flippingbookemulator.source.Pace;
import io.github.flippingbookemulator.testkit.Api;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls that wait, and calls with large responses. */
class WaitingControlCallsTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @AutoClose private final Emulator emulator = Emulator.start(EmulatorOptions.defaults().speed(0));
  private final Api api = new Api(emulator);

  @Test
  void more_calls_can_wait_than_the_server_has_threads() {
    List<CompletableFuture<HttpResponse<String>>> waiting =
        IntStream.range(0, 100)
            .mapToObj(i -> post("/inbox/a/await", "{count: 1, limit: 60}"))
            .toList();

    for (int i = 0; i < 20; i++) {
      assertThat(api.send(api.rawRequest("/_emulator/clock")).status()).isEqualTo(200);
    }
    assertThat(waiting).noneMatch(CompletableFuture::isDone);
    post("/inbox/a", "here").join();
    for (CompletableFuture<HttpResponse<String>> each : waiting) {
      assertThat(each.join().statusCode()).isEqualTo(200);
      assertThat(each.join().body()).contains("here");
    }
  }

  @Test
  void who_follows_the_journal_hears_at_once_of_what_happens_and_of_a_reset() {
    String journal = emulator.journal().page(0, 0).journal();
    CompletableFuture<HttpResponse<String>> lines =
        get("/journal?after=0&wait=PT60S&journal=" + journal);
    api.get("/auth/me").ok();
    assertThat(lines.join().body()).contains("/api/v1/auth/me");

    CompletableFuture<HttpResponse<String>> reset =
        get("/journal?after=1&wait=PT60S&journal=" + journal);
    emulator.reset();
    assertThat(reset.join().body()).contains("\"lines\":[]").doesNotContain(journal);
  }

  @Test
  void an_account_sees_its_own_lines_and_goes_on_after_those_of_others() {
    api.get("/auth/me").ok();
    String page = get("/journal?account=2").join().body();

    assertThat(page).contains("\"next\":1", "\"lines\":[]");
  }

  @Test
  void settling_waits_without_a_thread_until_the_clock_runs() {
    emulator.clock().speed(0.001);
    api.publish(TestPdfs.pages(1));
    CompletableFuture<HttpResponse<String>> settled = post("/settle", "{limit: 'PT60S'}");
    assertThat(api.send(api.rawRequest("/_emulator/pending")).at("/pending")).hasSize(1);
    emulator.conversions().finishAll();

    assertThat(settled.join().statusCode()).isEqualTo(200);
  }

  @Test
  void a_file_may_be_larger_than_a_request_of_the_api_and_other_bodies_may_not() throws Exception {
    byte[] large = new byte[3_000_000];
    assertThat(
            api.send(
                    api.rawRequest("/_emulator/files?url=http%3A%2F%2Fx%2Fa.pdf")
                        .PUT(BodyPublishers.ofByteArray(large)))
                .status())
        .isEqualTo(200);
    Api.Reply refused =
        api.send(api.rawRequest("/_emulator/accounts").POST(BodyPublishers.ofByteArray(large)));
    assertThat(refused.status()).isEqualTo(413);
    assertThat(refused.text("/message")).contains("at most 1 MB");
  }

  @Test
  void only_so_many_calls_can_be_at_work_at_a_time() {
    emulator.clock().speed(0);
    // A delivery that waits for its receiver is running work, which the clock has to wait for.
    api.post(
            "/fbonline/triggers",
            "{trigger: {events: ['created'], endpoint: '%s'}}"
                .formatted(emulator.inbox("slow").url()))
        .ok();
    post("/inbox/slow/react", "{count: 1, reaction: {type: 'slow', after: 2}}").join();
    emulator.conversions().pace(Pace.IMMEDIATE);
    api.publish(TestPdfs.pages(1));
    List<CompletableFuture<HttpResponse<String>>> advancing =
        IntStream.range(0, 16).mapToObj(i -> post("/clock/advance", "{by: 1}")).toList();

    await().until(() -> get("/clock").join().statusCode() == 429);
    assertThat(get("/journal").join().statusCode()).isEqualTo(200);
    assertThat(get("/health").join().statusCode()).isEqualTo(200);
    assertThat(advancing).allMatch(each -> each.join().statusCode() == 200);
    assertThat(get("/clock").join().statusCode()).isEqualTo(200);
  }

  @Test
  @Timeout(10)
  void an_emulator_stops_though_somebody_waits() {
    CompletableFuture<HttpResponse<String>> follower = get("/journal?wait=PT60S");
    CompletableFuture<HttpResponse<String>> waiting =
        post("/inbox/a/await", "{count: 1, limit: 60}");
    assertThat(get("/clock").join().statusCode()).isEqualTo(200);
    emulator.close();

    await().until(() -> follower.isDone() && waiting.isDone());
  }

  @Test
  void the_index_names_the_address_that_was_called() {
    String index = get("").join().body();

    assertThat(index).contains("\"api\":\"" + emulator.apiUrl() + "\"");
  }

  private CompletableFuture<HttpResponse<String>> post(String path, String body) {
    return CLIENT.sendAsync(
        api.rawRequest("/_emulator" + path).POST(BodyPublishers.ofString(body)).build(),
        BodyHandlers.ofString());
  }

  private CompletableFuture<HttpResponse<String>> get(String path) {
    return CLIENT.sendAsync(api.rawRequest("/_emulator" + path).build(), BodyHandlers.ofString());
  }
}
