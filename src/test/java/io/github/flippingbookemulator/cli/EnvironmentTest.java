package io.github.flippingbookemulator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.flippingbookemulator.internal.http.ControlOptions;
import io.github.flippingbookemulator.internal.http.GatewayOptions;
import io.github.flippingbookemulator.internal.http.ServerOptions;
import io.github.flippingbookemulator.internal.option.OptionException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentTest {
  @Test
  void an_unknown_variable_is_a_warning_with_the_nearest_name() {
    Environment environment =
        Environment.of(Map.of("FLIPPINGBOOK_SPEDE", "2", "FLIPPINGBOOK_THEME_OF_THE_DAY", "dark"));

    assertThat(environment.values()).isEmpty();
    assertThat(environment.warnings())
        .containsExactly(
            "Ignored: unknown variable FLIPPINGBOOK_SPEDE, did you mean 'FLIPPINGBOOK_SPEED'?",
            "Ignored: unknown variable FLIPPINGBOOK_THEME_OF_THE_DAY");
  }

  @Test
  void what_only_a_file_can_say_is_a_warning_that_says_so() {
    assertThat(Environment.of(Map.of("FLIPPINGBOOK_FILES", "a.pdf")).warnings())
        .containsExactly(
            "Ignored: FLIPPINGBOOK_FILES, since there is no variable for files: write the key"
                + " 'files' into the file of --config");
  }

  @Test
  void variables_of_others_are_no_concern_of_ours() {
    assertThat(Environment.of(Map.of("PATH", "/bin", "FLIPPINGBOOKS", "1")).warnings()).isEmpty();
  }

  @Test
  void what_a_cluster_sets_for_a_service_is_ignored_in_one_line() {
    Environment environment =
        Environment.of(
            Map.of(
                "FLIPPINGBOOK_PORT", "tcp://10.0.0.1:8080",
                "FLIPPINGBOOK_SERVICE_HOST", "10.0.0.1",
                "FLIPPINGBOOK_SERVICE_PORT", "8080",
                "FLIPPINGBOOK_SERVICE_PORT_HTTP", "8080",
                "FLIPPINGBOOK_PORT_8080_TCP", "tcp://10.0.0.1:8080",
                "FLIPPINGBOOK_PORT_8080_TCP_ADDR", "10.0.0.1",
                "FLIPPINGBOOK_EMULATOR_SERVICE_HOST", "10.0.0.2"));

    assertThat(environment.values()).isEmpty();
    assertThat(environment.warnings())
        .singleElement()
        .asString()
        .startsWith("Ignored: FLIPPINGBOOK_EMULATOR_SERVICE_HOST, FLIPPINGBOOK_PORT, ")
        .contains("which a cluster sets for a service named 'flippingbook");
  }

  @Test
  void a_port_is_a_port_beside_the_variables_of_a_cluster() {
    Environment environment =
        Environment.of(Map.of("FLIPPINGBOOK_PORT", "81", "FLIPPINGBOOK_SERVICE_HOST", "10.0.0.1"));

    assertThat(environment.values().get(ServerOptions.PORT).text()).isEqualTo("81");
  }

  @Test
  void an_address_is_a_cluster_s_only_where_a_cluster_sets_one() {
    Map<String, String> variables =
        Map.of(
            "FLIPPINGBOOK_HTTPS_PORT", "tcp://10.0.0.1:443",
            "FLIPPINGBOOK_PUBLIC_URL", "tcp://10.0.0.1:8080");
    Environment environment = Environment.of(variables);

    assertThat(environment.values()).containsOnlyKeys(GatewayOptions.PUBLIC_URL);
    assertThatExceptionOfType(OptionException.class)
        .isThrownBy(() -> CommandLine.parse().options(environment))
        .withMessage(
            "FLIPPINGBOOK_PUBLIC_URL must be an absolute http or https URL, not"
                + " 'tcp://10.0.0.1:8080'");
  }

  @Test
  void two_variables_of_one_option_are_refused() {
    Map<String, String> variables =
        Map.of(
            "FLIPPINGBOOK_CORS_ORIGIN", "http://a.test",
            "FLIPPINGBOOK_CORS_ORIGINS", "http://b.test");

    assertThatExceptionOfType(OptionException.class)
        .isThrownBy(() -> Environment.of(variables))
        .withMessage(
            "FLIPPINGBOOK_CORS_ORIGIN and FLIPPINGBOOK_CORS_ORIGINS are one option: set one of"
                + " them");
  }

  @Test
  void a_list_can_be_named_in_the_singular_and_in_the_plural() {
    for (String name : new String[] {"FLIPPINGBOOK_CONTROL_HOST", "FLIPPINGBOOK_CONTROL_HOSTS"}) {
      Environment environment = Environment.of(Map.of(name, "a.example"));

      assertThat(environment.values().get(ControlOptions.CONTROL_HOST).text())
          .isEqualTo("a.example");
      assertThat(environment.warnings()).isEmpty();
    }
  }
}
