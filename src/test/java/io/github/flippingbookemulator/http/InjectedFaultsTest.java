package io.github.flippingbookemulator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.error.ErrorCode;
import io.github.flippingbookemulator.fault.CallMatcher;
import io.github.flippingbookemulator.fault.Fault;
import io.github.flippingbookemulator.fault.FaultRule;
import io.github.flippingbookemulator.internal.source.pdf.TestPdfs;
import io.github.flippingbookemulator.testkit.Api;
import io.github.flippingbookemulator.testkit.Api.Reply;
import io.github.flippingbookemulator.testkit.RawHttp;
import io.github.flippingbookemulator.testkit.RawHttp.Response;
import io.github.flippingbookemulator.testkit.TestEmulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The effect of each fault on a call, as seen by the client and in the journal. */
@Timeout(60)
class InjectedFaultsTest {
  private static final String LIST = "/fbonline/publication";

  @AutoClose
  final TestEmulator test = TestEmulator.frozen(options -> options.rateLimit(RateLimit.OFF));

  @Test
  void a_refused_call_has_no_effect_and_the_one_after_it_has() {
    add(new Fault.Refuse(ErrorCode.RATE_LIMIT_EXCEEDED), CallMatcher.next(2).to("POST", LIST));

    for (int i = 0; i < 2; i++) {
      String message = test.api().post(LIST, "{}").refused(429, "RateLimitExceeded");
      assertThat(message).contains("fault on demand");
    }
    test.api().post(LIST, "{}").ok();

    assertThat(publications()).isEqualTo(1);
    assertThat(journal())
        .startsWith(
            "429 RateLimitExceeded refuse RateLimitExceeded",
            "429 RateLimitExceeded refuse RateLimitExceeded",
            "200 null null");
  }

  @Test
  void a_refusal_can_have_a_status_and_a_message_of_its_own() throws IOException {
    add(new Fault.Refuse(ErrorCode.INTERNAL_ERROR, 503, "Back at noon."), CallMatcher.next());

    Response response = receive("GET", LIST, "");

    assertThat(response.refused(503, "InternalError").text()).contains("Back at noon.");
    assertThat(journal()).containsExactly("503 InternalError refuse 503 InternalError");
  }

  @Test
  void a_refusal_has_the_form_that_errors_have_by_the_options() {
    EmulatorOptions options = EmulatorOptions.defaults().applicationErrorsAs200(true);
    try (Emulator older = Emulator.start(options)) {
      older.faults().add(new Fault.Refuse(ErrorCode.OBJECT_NOT_FOUND), CallMatcher.next());

      new Api(older).get(LIST + "/" + "0".repeat(32)).refused(200, "ObjectNotFound");
    }
  }

  @Test
  void a_proxy_error_is_a_page_in_html_and_the_call_has_no_effect() throws IOException {
    add(new Fault.ProxyError(502), CallMatcher.next().to("POST", LIST));

    Response response = receive("POST", LIST, "{}");

    assertThat(response.status()).isEqualTo(502);
    assertThat(response.header("Content-Type", "")).isEqualTo("text/html");
    assertThat(response.text()).startsWith("<!DOCTYPE html>").contains("502");
    assertThat(publications()).isZero();
    assertThat(journal()).startsWith("502 null proxyError 502");
  }

  @Test
  void a_call_that_is_cut_before_has_no_effect() throws IOException {
    add(new Fault.CutBefore(), CallMatcher.next());

    requireCut("POST", LIST, "{}");

    assertThat(publications()).isZero();
    assertThat(journal()).startsWith("0 null cutBefore").hasSize(2);
  }

  @Test
  void a_client_that_repeats_a_call_cut_after_it_took_effect_creates_a_second_publication() {
    add(new Fault.CutAfter(), CallMatcher.next().to("POST", LIST));

    assertThatThrownBy(() -> test.api().post(LIST, "{name: 'x'}"))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(publications()).isEqualTo(1);
    test.api().post(LIST, "{name: 'x'}").ok();

    assertThat(publications()).isEqualTo(2);
    assertThat(journal()).startsWith("0 null cutAfter").hasSize(4);
  }

  @Test
  void an_upload_is_cut_after_its_source_is_there() throws IOException {
    add(new Fault.CutAfter(), CallMatcher.next());

    requireCut("POST", LIST, TestEmulator.data(TestPdfs.pages(1)));

    String id = test.api().get(LIST).ok().text("/publications/0/id");
    assertThat(test.api().get(LIST + "/" + id + "/source").ok().at("/sources")).hasSize(1);
  }

  @Test
  void a_refused_call_is_cut_as_well_and_the_journal_has_its_code() throws IOException {
    add(new Fault.CutAfter(), CallMatcher.next());

    requireCut("GET", LIST + "/" + "0".repeat(32), "");

    assertThat(journal()).containsExactly("0 ObjectNotFound cutAfter");
  }

  /** If this fails on a new JDK, the documentation of {@link Fault.CutBefore} must be changed. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void the_client_of_the_jdk_repeats_a_cut_get_once(boolean usedConnection) {
    if (usedConnection) {
      test.api().get("/auth/me").ok();
    }
    add(new Fault.CutBefore(), CallMatcher.next().to("GET", LIST));

    test.api().get(LIST).ok();
    assertThat(journal()).endsWith("0 null cutBefore", "200 null null");

    add(new Fault.CutAfter(), CallMatcher.next(2).to("GET", LIST));
    assertThatThrownBy(() -> test.api().get(LIST)).isInstanceOf(UncheckedIOException.class);
    assertThat(journal()).endsWith("0 null cutAfter", "0 null cutAfter");
  }

  @Test
  void a_malformed_body_is_the_first_half_of_the_answer() throws IOException {
    String whole = receive("GET", "/auth/me", "").text();
    add(new Fault.MalformedBody(), CallMatcher.next());

    Response response = receive("GET", "/auth/me", "");

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.header("Content-Type", "")).isEqualTo("application/json");
    assertThat(response.text()).isEqualTo(whole.substring(0, whole.length() / 2)).isNotEmpty();
    assertThatThrownBy(() -> new ObjectMapper().readTree(response.text()))
        .isInstanceOf(JsonProcessingException.class);
    assertThat(journal()).endsWith("200 null malformedBody");
  }

  @Test
  void the_body_of_an_error_can_be_malformed_too() throws IOException {
    add(new Fault.MalformedBody(), CallMatcher.next());

    Response response = receive("DELETE", LIST + "/" + "0".repeat(32), "");

    assertThat(response.status()).isEqualTo(404);
    assertThat(response.text()).startsWith("{").doesNotEndWith("}");
    assertThat(journal()).containsExactly("404 ObjectNotFound malformedBody");
  }

  @Test
  void a_call_whose_key_is_revoked_meanwhile_is_the_last_one_with_that_key() {
    Api other = test.api().as(test.api().post("/auth/key", "").ok().text("/key"));
    add(new Fault.RevokeKey(), CallMatcher.next().to("POST", LIST));

    test.api().post(LIST, "{}").ok();

    test.api().get(LIST).refused(403, "InvalidApiKey");
    assertThat(other.get(LIST).ok().at("/total").intValue()).isEqualTo(1);
    assertThat(other.get("/auth/key").ok().at("/keys")).hasSize(1);
    assertThat(journal()).contains("200 null revokeKey", "403 InvalidApiKey null");
  }

  @Test
  void a_call_without_a_key_has_none_to_be_revoked() {
    FaultRule rule = add(new Fault.RevokeKey(), CallMatcher.next());

    test.api()
        .send(test.api().rawRequest("/api/v1/auth/key?accessToken=emulator-token").GET())
        .ok();

    assertThat(test.emulator().faults().all()).containsExactly(rule);
    test.api().get("/auth/me").ok();
    test.api().get("/auth/me").refused(403, "InvalidApiKey");
  }

  @Test
  void of_fifty_calls_at_once_exactly_as_many_get_the_fault_as_it_is_for() {
    add(new Fault.Refuse(ErrorCode.RATE_LIMIT_EXCEEDED), CallMatcher.next(7).to("GET", LIST));

    List<CompletableFuture<Reply>> calls =
        Stream.generate(() -> test.api().getLater(LIST)).limit(50).toList();

    assertThat(calls.stream().filter(call -> call.join().status() == 429)).hasSize(7);
    assertThat(journal()).hasSize(50).filteredOn(call -> !call.equals("200 null null")).hasSize(7);
    assertThat(test.emulator().faults().all()).isEmpty();
  }

  private FaultRule add(Fault fault, CallMatcher calls) {
    return test.emulator().faults().add(fault, calls);
  }

  private int publications() {
    return test.api().get(LIST).ok().at("/total").intValue();
  }

  /** Returns status, code and fault of each call in the journal. */
  private List<String> journal() {
    return test.emulator().journal().requests().stream()
        .map(call -> call.status() + " " + call.code() + " " + call.fault())
        .toList();
  }

  private Response receive(String method, String path, String body) throws IOException {
    try (RawHttp raw = new RawHttp(test.emulator().uri())) {
      return send(raw, method, path, body).receive();
    }
  }

  /** Requires that the connection is closed normally, without a byte of a response. */
  private void requireCut(String method, String path, String body) throws IOException {
    try (RawHttp raw = new RawHttp(test.emulator().uri())) {
      assertThat(send(raw, method, path, body).isClosedByServer()).isTrue();
    }
  }

  private RawHttp send(RawHttp raw, String method, String path, String body) throws IOException {
    return raw.send(
        "%s /api/v1%s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n"
                .formatted(method, path, test.emulator().apiKey())
            + "Content-Length: %d\r\n\r\n%s".formatted(body.length(), body));
  }
}
