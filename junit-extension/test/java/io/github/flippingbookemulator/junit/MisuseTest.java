package io.github.flippingbookemulator.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.account.AccountControl;
import io.github.flippingbookemulator.trigger.InboxControl;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Errors in the use of the extension give a helpful message: the annotation, the class, and what to
 * write instead.
 */
@Timeout(120)
class MisuseTest {
  private static final String HERE = MisuseTest.class.getName() + "$";

  @FlippingBookEmulator(isolation = Isolation.ACCOUNT)
  static class AccountsInMethods {
    @Test
    void test(Emulator emulator) {}
  }

  @Test
  void accounts_on_an_emulator_that_is_not_shared() {
    assertThat(Run.of(AccountsInMethods.class).failure())
        .isInstanceOf(ExtensionConfigurationException.class)
        .hasMessage(
            "@FlippingBookEmulator on class "
                + HERE
                + "AccountsInMethods: isolation = ACCOUNT is for tests that share an emulator, and"
                + " with scope = METHOD they do not. Write scope = SUITE or scope = CLASS, or leave"
                + " isolation out.");
  }

  static class ScopeOnMethod {
    @Test
    @FlippingBookEmulator(scope = Scope.CLASS)
    void test(Emulator emulator) {}
  }

  @Test
  void a_wide_scope_on_a_method() {
    assertThat(Run.of(ScopeOnMethod.class).failure())
        .hasMessageContaining("@FlippingBookEmulator on method ")
        .hasMessageContaining("ScopeOnMethod.test(")
        .hasMessageContaining("scope = CLASS would reach beyond the method. Write it on the class");
  }

  @FlippingBookEmulator(scope = Scope.SUITE, isolation = Isolation.ACCOUNT, apiKey = "mine")
  static class KeyOfNobody {
    @Test
    void test(Emulator emulator) {}
  }

  @Test
  void a_key_where_each_test_has_its_own() {
    assertThat(Run.of(KeyOfNobody.class).failure())
        .hasMessageContaining(
            "KeyOfNobody: with isolation = ACCOUNT each test has a key of its own")
        .hasMessageContaining("apiKey = \"mine\"");
  }

  @FlippingBookEmulator(seed = {1, 2})
  static class TwoSeeds {
    @Test
    void test(Emulator emulator) {}
  }

  @FlippingBookEmulator(speed = -1)
  static class Backwards {
    @Test
    void test(Emulator emulator) {}
  }

  @FlippingBookEmulator(maxTriggers = -1)
  static class NegativePlan {
    @Test
    void test(Emulator emulator) {}
  }

  @FlippingBookEmulator(apiKey = "not a key")
  static class OddKey {
    @Test
    void test(Emulator emulator) {}
  }

  @Test
  void values_that_no_emulator_takes() {
    assertThat(Run.of(TwoSeeds.class).failure())
        .hasMessageContaining("TwoSeeds: seed takes one number, not 2");
    assertThat(Run.of(Backwards.class).failure())
        .hasMessageContaining("Backwards: speed must be a number from 0 up, not '-1'");
    assertThat(Run.of(NegativePlan.class).failure())
        .hasMessageContaining("NegativePlan: a limit of the plan is 0 or more");
    assertThat(Run.of(OddKey.class).failure())
        .hasMessageContaining(
            "OddKey: apiKey must be letters, digits and signs of ASCII, without spaces, not"
                + " 'not a key'");
  }

  @FlippingBookEmulator(config = "missing.json5")
  static class MissingConfig {
    @Test
    void test(Emulator emulator) {}
  }

  @FlippingBookEmulator(config = "misspelled.json5")
  static class MisspelledConfig {
    @Test
    void test(Emulator emulator) {}
  }

  @Test
  void a_configuration_that_is_not_there_or_wrong() {
    assertThat(Run.of(MissingConfig.class).failure())
        .hasMessageContaining("MissingConfig: there is no resource 'missing.json5' beside " + HERE)
        .hasMessageContaining("begins with '/'");
    assertThat(Run.of(MisspelledConfig.class).failure())
        .hasMessageContaining("MisspelledConfig: ")
        .hasMessageContaining(
            "misspelled.json5, line 3: unknown key 'sped', did you mean 'speed'?");
  }

  private static int takenPort;

  static class FixedPort {
    @RegisterExtension
    final FlippingBookExtension field =
        FlippingBookExtension.builder().options(EmulatorOptions.defaults().port(takenPort)).build();

    @Test
    void test(Emulator emulator) {}
  }

  @Test
  void a_port_in_use() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      takenPort = taken.getLocalPort();

      assertThat(Run.of(FixedPort.class).failure())
          .isInstanceOf(ExtensionConfigurationException.class)
          .hasMessageContaining("Cannot listen on 127.0.0.1:" + takenPort)
          .hasMessageContaining(
              "With port = 0, or without a port, each emulator finds a free one.");
    }
  }

  @FlippingBookEmulator
  static class Both {
    @RegisterExtension static final FlippingBookExtension FIELD = FlippingBookExtension.create();

    @Test
    void test(Emulator emulator) {}
  }

  @Test
  void an_annotation_and_a_field() {
    assertThat(Run.of(Both.class).failure())
        .hasMessageContaining("@FlippingBookEmulator on class " + HERE + "Both")
        .hasMessageContaining("keep one of them");
  }

  @FlippingBookEmulator
  static class OddParameters {
    @Test
    void number(@ApiKey int key) {}

    @Test
    void name(@InboxName("No!") InboxControl inbox) {}

    @Test
    void url(@ApiUrl Integer url) {}

    @Test
    void inbox(@InboxName("a") String inbox) {}
  }

  @Test
  void annotations_on_parameters_of_other_types() {
    assertThat(Run.of(OddParameters.class).failures())
        .hasSize(4)
        .allSatisfy(
            failure ->
                assertThat(failure)
                    .isInstanceOf(ParameterResolutionException.class)
                    .hasMessageContaining("OddParameters"))
        .extracting(Throwable::getMessage)
        .anyMatch(
            message ->
                message.contains("'key'") && message.contains("@ApiKey goes with the type String"))
        .anyMatch(
            message ->
                message.contains(
                    "@InboxName is wrong: an inbox is named with up to 100 letters, digits, dashes"
                        + " and underscores, not 'No!'"))
        .anyMatch(message -> message.contains("@ApiUrl goes with URI or String"))
        .anyMatch(message -> message.contains("@InboxName goes with InboxControl"));
  }

  @FlippingBookEmulator
  static class OthersParameters {
    @Test
    void text(String text) {}

    @Test
    void uri(URI uri) {}
  }

  @Test
  void parameters_of_others_are_left_to_others() {
    assertThat(Run.of(OthersParameters.class).failures())
        .hasSize(2)
        .allSatisfy(
            failure -> assertThat(failure).hasMessageContaining("No ParameterResolver registered"));
  }

  @FlippingBookEmulator
  static class FinalField {
    @Emulated private final Emulator emulator = null;

    @Test
    void test() {}
  }

  @FlippingBookEmulator
  static class OddField {
    @Emulated private String emulator;

    @Test
    void test() {}
  }

  @Test
  void fields_that_cannot_be_set() {
    assertThat(Run.of(FinalField.class).failure())
        .hasMessageContaining("The field 'emulator' of " + HERE + "FinalField")
        .hasMessageContaining("cannot be final");
    assertThat(Run.of(OddField.class).failure())
        .hasMessageContaining("The field 'emulator' of " + HERE + "OddField: @Emulated goes with");
  }

  @FlippingBookEmulator(scope = Scope.CLASS, isolation = Isolation.ACCOUNT)
  static class AccountTooEarly {
    @BeforeAll
    static void before(AccountControl account) {}

    @Test
    void test() {}
  }

  @Test
  void an_account_of_a_test_before_there_is_one() {
    assertThat(Run.of(AccountTooEarly.class).failure())
        .isInstanceOf(ParameterResolutionException.class)
        .hasMessageContaining("AccountTooEarly.before(")
        .hasMessageContaining("each test has an Account and an API key of its own")
        .hasMessageContaining("Ask for them in the test method");
  }
}
