package io.github.flippingbookemulator.publication;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.flippingbookemulator.testkit.TestEmulator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a publication looks to its readers. */
class CustomizationTest {
  @AutoClose final TestEmulator service = TestEmulator.frozen();
  private String path;

  @BeforeEach
  void onePublication() {
    path = service.create("{name: 'Spring'}");
  }

  @Test
  void each_option_changes_alone() {
    assertThat(changed("{hardCover: true}")).isEqualTo("{\"hardcoverEnabled\":true}");
    assertThat(changed("{enableRtl: 'true'}")).isEqualTo("{\"rtlEnabled\":true}");
    assertThat(changed("{theme: 'dark'}")).isEqualTo("{\"theme\":\"dark\"}");
    assertThat(changed("{logoUrl: 'https://a.example/logo.png'}"))
        .isEqualTo(
            "{\"companyLogoEnabled\":true,\"companyLogoUrl\":\"https://a.example/logo.png\"}");
    assertThat(changed("{setPasswordProtection: 'manual', manualPassword: 'Very secret'}"))
        .isEqualTo("{\"password\":\"Very secret\"}");
    assertThat(changed("{hardCover: false, enableRtl: false}"))
        .isEqualTo("{\"hardcoverEnabled\":false,\"rtlEnabled\":false}");
  }

  @Test
  void what_is_omitted_or_null_stays() {
    customize(
        "{hardCover: true, enableRtl: true, theme: 'dark', setPasswordProtection: 'manual',"
            + " manualPassword: 'secret', logoUrl: 'https://a.example/logo.png'}");

    assertThat(changed("{}")).isEqualTo("{}");
    assertThat(changed("")).isEqualTo("{}");
    assertThat(
            changed(
                "{hardCover: null, enableRtl: null, theme: null, setPasswordProtection: null,"
                    + " manualPassword: null, generatePasswordLength: null}"))
        .isEqualTo("{}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"''", "null"})
  void an_empty_logo_clears_the_logo(String logo) {
    customize("{logoUrl: 'https://a.example/logo.png'}");

    assertThat(changed("{logoUrl: " + logo + "}"))
        .isEqualTo("{\"companyLogoEnabled\":false,\"companyLogoUrl\":\"\"}");
  }

  @Test
  void keep_leaves_the_password_and_disable_removes_it() {
    customize("{setPasswordProtection: 'manual', manualPassword: 'secret'}");

    assertThat(password("{setPasswordProtection: 'keep', manualPassword: 'other'}"))
        .isEqualTo("secret");
    assertThat(password("{manualPassword: 'other'}")).isEqualTo("secret");
    assertThat(password("{setPasswordProtection: 'disable'}")).isEmpty();
  }

  @Test
  void a_numeric_password_has_eight_digits_or_as_many_as_asked_for() {
    assertThat(password("{setPasswordProtection: 'numeric'}")).matches("[0-9]{8}");
    assertThat(password("{setPasswordProtection: 'numeric', generatePasswordLength: 1}"))
        .matches("[0-9]");
    assertThat(password("{setPasswordProtection: 'numeric', generatePasswordLength: '64'}"))
        .matches("[0-9]{64}");
  }

  @Test
  void an_automatic_password_has_letters_and_digits() {
    assertThat(password("{setPasswordProtection: 'auto'}")).matches("[A-Za-z0-9]{8}");
    // Several, since a single one may lack one kind of character by chance.
    String several =
        IntStream.range(0, 5)
            .mapToObj(i -> password("{setPasswordProtection: 'auto', generatePasswordLength: 64}"))
            .reduce("", String::concat);
    assertThat(several).matches("[A-Za-z0-9]{320}").containsPattern("[0-9]");
    assertThat(several).containsPattern("[A-Z]").containsPattern("[a-z]");
  }

  @Test
  void each_generated_password_is_another_one() {
    String first = password("{setPasswordProtection: 'auto', generatePasswordLength: 20}");

    assertThat(password("{setPasswordProtection: 'auto', generatePasswordLength: 20}"))
        .isNotEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{setPasswordProtection: 'manual'}",
        "{setPasswordProtection: 'manual', manualPassword: ''}",
        "{setPasswordProtection: 'manual', manualPassword: null}",
        "{setPasswordProtection: 'secret'}",
        "{setPasswordProtection: 'Manual', manualPassword: 'x'}",
        "{setPasswordProtection: ''}",
        "{setPasswordProtection: true}",
        "{setPasswordProtection: 'auto', generatePasswordLength: 0}",
        "{setPasswordProtection: 'auto', generatePasswordLength: 65}",
        "{setPasswordProtection: 'numeric', generatePasswordLength: 'long'}",
        "{setPasswordProtection: 'numeric', generatePasswordLength: 2.5}",
        "{hardCover: 'perhaps'}",
        "{enableRtl: 1}",
        "{logoUrl: 1}",
        "{theme: []}"
      })
  void what_breaks_a_rule_is_refused_and_changes_nothing(String body) {
    String before = service.publication(path).toString();

    service
        .api()
        .post(path + "/customize", body.replace("{", "{Theme: 'dark', "))
        .refused(500, "InternalError");
    assertThat(service.publication(path)).hasToString(before);
  }

  @Test
  void the_answer_is_the_publication_as_it_is_now() {
    JsonNode answered =
        service.api().post(path + "/customize", "{theme: 'dark'}").ok().at("/publication");

    assertThat(answered).isEqualTo(service.publication(path));
    assertThat(answered.at("/customizationOptions/theme").textValue()).isEqualTo("dark");
  }

  private void customize(String body) {
    service.api().post(path + "/customize", body).ok();
  }

  private String password(String body) {
    customize(body);
    return options().get("password").textValue();
  }

  /** Customizes and returns the options that have changed. */
  private String changed(String body) {
    ObjectNode before = options();
    customize(body);
    ObjectNode after = options();
    before
        .properties()
        .forEach(
            option -> {
              if (option.getValue().equals(after.get(option.getKey()))) {
                after.remove(option.getKey());
              }
            });
    return after.toString();
  }

  private ObjectNode options() {
    return (ObjectNode) service.publication(path).get("customizationOptions");
  }
}
