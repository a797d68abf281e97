package io.github.flippingbookemulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.account.AccountControl;
import io.github.flippingbookemulator.account.AccountOptions;
import io.github.flippingbookemulator.testkit.Api;
import io.github.flippingbookemulator.testkit.Api.Reply;
import io.github.flippingbookemulator.testkit.RawHttp;
import java.io.IOException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Authentication by the header {@code Authorization} and the keys in it. */
class AuthenticationTest {
  @AutoClose
  private final Emulator emulator =
      Emulator.start(EmulatorOptions.defaults().rateLimit(RateLimit.OFF));

  private final Api api = new Api(emulator);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/auth/me",
        "/auth/key",
        "/fbonline/publication",
        "/fbonline/publication/0",
        "/fbonline/folders",
        "/fbonline/custom-domains"
      })
  void a_call_without_the_header_is_refused(String path) {
    assertThat(withoutHeader(path).refused(401, "NoAuthorizationHeader")).contains("Bearer");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Basic ZW11bGF0b3Ita2V5",
        "Digest emulator-key",
        "emulator-key",
        "Token emulator-key",
        "",
        "Bearer:emulator-key",
        "Beareremulator-key",
        "\"Bearer\" emulator-key",
        "Bear emulator-key"
      })
  void another_scheme_than_bearer_is_refused(String header) {
    with(header).refused(401, "BadAuthorizationType");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer emulator-key",
        "bearer emulator-key",
        "BEARER emulator-key",
        "bEaReR emulator-key",
        "Bearer    emulator-key",
        "Bearer\temulator-key",
        "  Bearer emulator-key  "
      })
  void the_scheme_is_read_without_regard_to_case_and_extra_blanks(String header) {
    with(header).ok();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer",
        "Bearer ",
        "Bearer unknown",
        "Bearer EMULATOR-KEY",
        "Bearer emulator-key x",
        "Bearer emulator-token",
        "Bearer emulator-ke",
        "Bearer 'emulator-key'",
        "Bearer Bearer emulator-key"
      })
  void a_key_that_is_unknown_or_missing_is_refused(String header) {
    with(header).refused(403, "InvalidApiKey");
  }

  @Test
  void a_key_in_another_case_is_unknown_right_after_the_right_one_on_the_same_connection()
      throws IOException {
    try (RawHttp raw = new RawHttp(emulator.uri())) {
      String call = "GET /api/v1/auth/me HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\n\r\n";
      assertThat(raw.send(call.formatted("emulator-key")).receive().status()).isEqualTo(200);
      assertThat(raw.send(call.formatted("Emulator-Key")).receive().status()).isEqualTo(403);
    }
  }

  @Test
  void a_key_that_was_refused_is_not_repeated_in_the_answer() {
    assertThat(with("Bearer secret-of-mine").refused(403, "InvalidApiKey"))
        .doesNotContain("secret");
  }

  @Test
  void a_revoked_key_is_refused_and_the_other_keys_still_work() {
    String second = api.post("/auth/key", "").ok().text("/key");

    api.delete("/auth/key").ok();

    api.get("/auth/me").refused(403, "InvalidApiKey");
    api.delete("/auth/key").refused(403, "InvalidApiKey");
    assertThat(api.as(second).get("/auth/key").ok().at("/keys")).hasSize(1);
  }

  @Test
  void a_key_opens_the_account_that_it_belongs_to_and_no_other() {
    AccountControl other = emulator.accounts().open(AccountOptions.defaults());
    Api others = api.as(other.apiKey());
    String mine = api.post("/fbonline/publication", "{name: 'mine'}").ok().text("/id");

    Reply unknown = others.get("/fbonline/publication/" + "0".repeat(32));
    Reply foreign = others.get("/fbonline/publication/" + mine);

    foreign.refused(404, "ObjectNotFound");
    assertThat(new String(foreign.bytes()).replace(mine, "0".repeat(32)))
        .isEqualTo(new String(unknown.bytes()));
    others.delete("/fbonline/publication/" + mine).refused(404, "ObjectNotFound");
    others.post("/fbonline/publication/" + mine, "{name: 'x'}").refused(404, "ObjectNotFound");
    assertThat(others.get("/fbonline/publication").ok().at("/total").intValue()).isZero();
    assertThat(others.get("/auth/key").ok().at("/keys")).hasSize(1);
    assertThat(others.get("/auth/me").ok().at("/id")).isNotEqualTo(api.get("/auth/me").at("/id"));
    assertThat(api.get("/fbonline/publication/" + mine).ok().text("/publication/name"))
        .isEqualTo("mine");
  }

  @Test
  void what_needs_no_key_ignores_the_header() {
    Reply health =
        api.send(api.rawRequest("/_emulator/health").header("Authorization", "Basic nonsense"));
    assertThat(health.status()).isEqualTo(200);
  }

  private Reply withoutHeader(String path) {
    return api.send(api.rawRequest("/api/v1" + path).GET());
  }

  private Reply with(String header) {
    return api.send(api.rawRequest("/api/v1/auth/me").header("Authorization", header).GET());
  }

  @Test
  void a_call_that_is_not_authorized_is_told_the_scheme() {
    var reply = api.send(api.rawRequest("/api/v1/auth/me"));

    reply.refused(401, "NoAuthorizationHeader");
    assertThat(reply.response().headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
  }
}
