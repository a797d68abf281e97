package io.github.flippingbookemulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.account.AccountOptions;
import io.github.flippingbookemulator.journal.JournalEntry;
import io.github.flippingbookemulator.testkit.Api;
import io.github.flippingbookemulator.testkit.Api.Reply;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The access token, which replaces the API key on two endpoints. */
class AccessTokenTest {
  private static final String RIGHT = "?accessToken=emulator-token";

  @AutoClose private final Emulator emulator = Emulator.start(EmulatorOptions.defaults().speed(0));
  private final Api api = new Api(emulator);

  @Test
  void it_can_be_copied_from_where_the_sign_on_service_shows_it() {
    Reply page = api.send(api.rawRequest("/myaccesstoken").GET());

    assertThat(page.text("/AccessToken")).isEqualTo("emulator-token");
  }

  @Test
  void it_replaces_the_header_of_get_in_the_query_only() {
    withoutHeader("GET", "/auth/key" + RIGHT, "").ok();
    assertThat(
            withoutHeader("GET", "/auth/key", "{'AccessToken': 'emulator-token'}")
                .refused(401, "NoAuthorizationHeader"))
        .contains("query");
  }

  @Test
  void it_replaces_the_header_of_post_in_the_body_only() {
    withoutHeader("POST", "/auth/key", "{'AccessToken': 'emulator-token'}").ok();
    assertThat(withoutHeader("POST", "/auth/key" + RIGHT, "").refused(401, "NoAuthorizationHeader"))
        .contains("body");
  }

  @Test
  void it_makes_keys_even_for_an_account_whose_keys_are_all_revoked() {
    api.delete("/auth/key").ok();
    assertThat(withoutHeader("GET", "/auth/key" + RIGHT, "").ok().at("/keys")).isEmpty();

    String key =
        withoutHeader("POST", "/auth/key", "{accessToken: 'emulator-token'}").ok().text("/key");

    api.as(key).get("/auth/me").ok();
  }

  @ParameterizedTest
  @CsvSource({
    "DELETE, /auth/key",
    "GET, /auth/me",
    "GET, /fbonline/publication",
    "POST, /fbonline/publication"
  })
  void it_replaces_the_header_on_no_other_call(String method, String path) {
    withoutHeader(method, path + RIGHT, "{accessToken: 'emulator-token'}")
        .refused(401, "NoAuthorizationHeader");
    assertThat(api.get("/auth/key").ok().at("/keys")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"wrong", "EMULATOR-TOKEN", "emulator-key", ""})
  void a_wrong_one_is_refused(String token) {
    String body = "{accessToken: '%s'}".formatted(token);

    withoutHeader("GET", "/auth/key?accessToken=" + token, "").refused(403, "InvalidAccessToken");
    withoutHeader("POST", "/auth/key", body).refused(403, "InvalidAccessToken");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "", "{accessToken: null}", "[]", "5"})
  void neither_header_nor_token_is_no_authorization(String body) {
    assertThat(withoutHeader("POST", "/auth/key", body).refused(401, "NoAuthorizationHeader"))
        .contains("accessToken");
    withoutHeader("GET", "/auth/key", "").refused(401, "NoAuthorizationHeader");
  }

  @Test
  void a_token_of_the_wrong_type_breaks_the_format() {
    assertThat(withoutHeader("POST", "/auth/key", "{accessToken: 5}").refused(500, "InternalError"))
        .contains("accessToken", "5", "a string");
  }

  @ParameterizedTest
  @CsvSource({
    "Bearer unknown, 403, InvalidApiKey",
    "Bearer, 403, InvalidApiKey",
    "Basic x, 401, BadAuthorizationType",
    "'', 401, BadAuthorizationType"
  })
  void a_header_takes_precedence_even_if_its_value_is_invalid(
      String header, int status, String code) {
    api.send(api.rawRequest("/api/v1/auth/key" + RIGHT).header("Authorization", header).GET())
        .refused(status, code);
  }

  @Test
  void a_valid_header_takes_precedence_over_a_wrong_token() {
    api.get("/auth/key?accessToken=wrong").ok();
    api.post("/auth/key", "{accessToken: 'wrong'}").ok();
  }

  @Test
  void a_valid_header_takes_precedence_over_another_accounts_token() {
    emulator.accounts().open(AccountOptions.defaults().withAccessToken("others"));

    assertThat(api.get("/auth/key?accessToken=others").ok().at("/keys/0").textValue())
        .isEqualTo("emulator-key");
  }

  @Test
  void it_opens_its_own_account() {
    var other = emulator.accounts().open(AccountOptions.defaults().withAccessToken("others"));

    Reply keys = withoutHeader("GET", "/auth/key?accessToken=others", "").ok();

    assertThat(keys.at("/keys")).hasSize(1);
    assertThat(keys.text("/keys/0")).isEqualTo(other.apiKey());
  }

  @Test
  void the_journal_does_not_show_it() {
    withoutHeader("GET", "/auth/key?a=1&AccessToken=x&access%54oken=emulator-token&b=2", "").ok();

    assertThat(emulator.journal().requests())
        .singleElement()
        .extracting(JournalEntry.Request::path)
        .isEqualTo("/api/v1/auth/key?a=1&AccessToken=***&accessToken=***&b=2");
  }

  @Test
  void it_takes_no_tokens_of_the_rate_limit() {
    for (int i = 0; i < 30; i++) {
      withoutHeader("GET", "/auth/key" + RIGHT, "").ok();
      withoutHeader("GET", "/auth/key?accessToken=wrong", "").refused(403, "InvalidAccessToken");
    }
    assertThat(emulator.journal().requests()).hasSize(60).allMatch(call -> call.waited().isZero());
  }

  private Reply withoutHeader(String method, String path, String body) {
    return api.send(api.rawRequest("/api/v1" + path).method(method, BodyPublishers.ofString(body)));
  }
}
