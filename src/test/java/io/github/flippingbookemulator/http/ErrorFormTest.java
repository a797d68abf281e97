package io.github.flippingbookemulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.account.AccountOptions;
import io.github.flippingbookemulator.account.Plan;
import io.github.flippingbookemulator.testkit.Api;
import io.github.flippingbookemulator.testkit.Api.Reply;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The format of an error, by default and with the options for older formats. */
class ErrorFormTest {
  private static final EmulatorOptions DEFAULTS =
      EmulatorOptions.defaults().rateLimit(RateLimit.OFF);
  private static final String NOBODYS = "/fbonline/publication/" + "0".repeat(32);
  private static final String TWO_FAULTS = "{name: [], description: 5, folder: 1.5}";

  @AutoClose private Emulator emulator;
  private Api api;

  @Test
  void an_error_says_its_code_and_message_at_the_top_and_in_the_property_error() {
    start(DEFAULTS);

    JsonNode json = api.get(NOBODYS).json();

    JsonNode message = json.path("message");
    assertThat(message.textValue()).contains("publication", "0".repeat(32));
    assertThat(json)
        .hasToString(
            "{\"success\":false,\"error\":{\"wellKnownError\":\"ObjectNotFound\","
                + "\"errorCode\":\"ObjectNotFound\",\"message\":"
                + message
                + "},\"wellKnownError\":\"ObjectNotFound\",\"message\":"
                + message
                + "}");
  }

  @Test
  void several_broken_rules_are_reported_at_once_in_the_property_errors() {
    start(DEFAULTS);

    Reply reply = api.post("/fbonline/publication", TWO_FAULTS);

    reply.refused(500, "InternalError");
    assertThat(reply.json().has("error")).isFalse();
    assertThat(reply.at("/errors")).hasSize(3);
    assertThat(reply.text("/errors/0/message"))
        .startsWith("name: ")
        .contains("an array", "a string");
    assertThat(reply.at("/errors/1/message").textValue()).startsWith("description: ").contains("5");
    assertThat(reply.at("/errors/2/message").textValue()).startsWith("folder: ").contains("1.5");
    assertThat(reply.at("/errors"))
        .allSatisfy(
            error -> {
              assertThat(error.path("wellKnownError").textValue()).isEqualTo("InternalError");
              assertThat(error.path("errorCode").textValue()).isEqualTo("InternalError");
            });
  }

  @Test
  void one_broken_rule_is_reported_in_the_property_error() {
    start(DEFAULTS);

    Reply reply = api.post("/fbonline/publication", "{name: []}");

    assertThat(reply.json().has("errors")).isFalse();
    assertThat(reply.text("/error/message")).startsWith("name: ");
  }

  @Test
  void flat_errors_have_the_code_as_a_string() {
    start(DEFAULTS.flatErrors(true));

    JsonNode json = api.get(NOBODYS).json();

    assertThat(json.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("success", "error", "wellKnownError", "message");
    assertThat(json.path("error").textValue()).isEqualTo("ObjectNotFound");
    assertThat(json.path("wellKnownError").textValue()).isEqualTo("ObjectNotFound");
  }

  @Test
  void flat_errors_report_the_first_of_several_broken_rules() {
    start(DEFAULTS.flatErrors(true));

    Reply reply = api.post("/fbonline/publication", TWO_FAULTS);

    assertThat(reply.refused(500, "InternalError"))
        .startsWith("name: ")
        .doesNotContain("description");
    assertThat(reply.text("/error")).isEqualTo("InternalError");
    assertThat(reply.json().has("errors")).isFalse();
  }

  @Test
  void object_token_and_limit_errors_can_come_with_status_200() {
    start(DEFAULTS.applicationErrorsAs200(true));
    var options =
        new AccountOptions(
            null, null, List.of("full"), new Plan(0, 0, 0, true), List.of(), List.of());
    emulator.accounts().open(options);

    api.get(NOBODYS).refused(200, "ObjectNotFound");
    api.send(api.rawRequest("/api/v1/auth/key?accessToken=x")).refused(200, "InvalidAccessToken");
    api.as("full").post("/fbonline/publication", "").refused(200, "PublicationLimitExceeded");
    for (int i = 1; i < 10; i++) {
      api.post("/auth/key", "").ok();
    }
    assertThat(api.post("/auth/key", "").refused(200, "KeyLimitExceeded")).isNotEmpty();
  }

  @Test
  void all_other_errors_keep_their_status() {
    start(DEFAULTS.applicationErrorsAs200(true));

    api.get("/nothing").refused(404, "NotFound");
    api.as("unknown").get("/auth/me").refused(403, "InvalidApiKey");
    api.send(api.rawRequest("/api/v1/auth/me")).refused(401, "NoAuthorizationHeader");
    api.post("/fbonline/publication", "{{{").refused(400, "InvalidData");
    api.post("/fbonline/publication", "[]").refused(500, "InternalError");
    api.post("/fbonline/publication", " ".repeat(1_048_577)).refused(413, "RequestTooLarge");
  }

  @Test
  void both_switches_work_together() {
    start(DEFAULTS.applicationErrorsAs200(true).flatErrors(true));

    Reply reply = api.get(NOBODYS);

    reply.refused(200, "ObjectNotFound");
    assertThat(reply.text("/error")).isEqualTo("ObjectNotFound");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{name: [",
        "{folder: {}}",
        "{folder: '%s'}",
        "{folder: 99999999999999999999}",
        "{folder: 1e999}",
        "{name: {a: 1}}",
        "\u0000",
        "{folder: '\\ud800'}"
      })
  void a_message_is_for_people_and_short(String body) {
    start(DEFAULTS);

    Reply reply = api.post("/fbonline/publication", body.replace("%s", "😀".repeat(500)));

    assertThat(reply.status()).isIn(400, 404, 500);
    assertThat(reply.text("/message"))
        .isNotBlank()
        .hasSizeLessThan(300)
        .doesNotContain("Exception", "java", "jackson", "inside the emulator");
  }

  private void start(EmulatorOptions options) {
    emulator = Emulator.start(options);
    api = new Api(emulator);
  }
}
