package io.github.flippingbookemulator.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.account.AccountControl;
import io.github.flippingbookemulator.testkit.ApiClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.io.TempDir;

/** A run tells which undocumented behaviors its tests relied on, and a test can refuse to. */
@Timeout(120)
class GuessesTest {
  @TempDir private Path folder;

  @FlippingBookEmulator
  static class Relying {
    @Test
    void on_a_count(Emulator emulator) {
      assertThat(new ApiClient(emulator).get("/fbonline/publication?count=1001")).isEqualTo(200);
    }

    @Test
    void on_nothing(Emulator emulator) {
      assertThat(new ApiClient(emulator).get("/fbonline/publication?count=1000")).isEqualTo(200);
    }
  }

  @Test
  void the_run_ends_with_one_line_and_a_report() throws IOException {
    String printed = Run.printedBy(() -> Run.reportingTo(folder, Relying.class).allPass(2));

    assertThat(printed.lines())
        .containsExactly(
            "FlippingBook emulator: tests relied on 1 undocumented behavior of the service, see "
                + folder.resolve("guesses.md"));
    assertThat(Files.readString(folder.resolve("guesses.md")))
        .contains("## publication.count (E)\n\nA `count` above 1000 counts as 1000.\n")
        .contains("\n- " + Relying.class.getName().replace('$', '.') + ".on_a_count\n")
        .doesNotContain("on_nothing");
  }

  @FlippingBookEmulator
  static class Documented {
    @Test
    void relies_on_nothing(Emulator emulator) {
      new ApiClient(emulator).get("/auth/me");
    }
  }

  @Test
  void a_run_that_relies_on_nothing_says_nothing() {
    assertThat(Run.printedBy(() -> Run.reportingTo(folder, Documented.class).allPass(1))).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @FlippingBookEmulator(failOn = Leak.GUESSES)
  static class Refusing {
    @Test
    void leaks(Emulator emulator) {
      new ApiClient(emulator).get("/auth/me/");
    }
  }

  @Test
  void a_test_fails_for_what_it_relied_on() {
    assertThat(Run.reportingTo(folder, Refusing.class).failure())
        .hasMessageContaining("@FlippingBookEmulator on class " + Refusing.class.getName())
        .hasMessageEndingWith(
            "\n"
                + "  undocumented behavior: general.trailing-slash (E, O): One trailing slash on a"
                + " path is accepted (E); public clients build such paths (O).");
  }

  @FlippingBookEmulator(failOn = Leak.GUESSES, reliesOn = "general.trailing-slash")
  static class Knowing {
    @Test
    void what_it_does(Emulator emulator) {
      new ApiClient(emulator).get("/auth/me/");
    }
  }

  @Test
  void it_does_not_for_what_it_names() {
    Run.reportingTo(folder, Knowing.class).allPass(1);
  }

  @FlippingBookEmulator(reliesOn = "general.slash")
  static class Misspelt {
    @Test
    void names_no_statement(Emulator emulator) {}
  }

  @Test
  void a_name_that_no_statement_has_is_told() {
    assertThat(Run.reportingTo(folder, Misspelt.class).failure())
        .isInstanceOf(ExtensionConfigurationException.class)
        .hasMessageContaining("reliesOn = \"general.slash\" is the id of no statement.");
  }

  @FlippingBookEmulator(scope = Scope.CLASS, failOn = Leak.GUESSES, reliesOn = "publication.count")
  @TestMethodOrder(MethodOrderer.MethodName.class)
  static class Sharing {
    @Test
    void a_first_relies_on_a_count(Emulator emulator) {
      new ApiClient(emulator).get("/fbonline/publication?count=1001");
    }

    @Test
    void b_second_on_nothing(Emulator emulator) {
      new ApiClient(emulator).get("/auth/me");
    }

    @Test
    void c_third_on_a_count_again(Emulator emulator) {
      new ApiClient(emulator).get("/fbonline/publication?count=1002");
    }
  }

  @Test
  void tests_that_share_an_emulator_answer_for_their_own_calls() throws IOException {
    Run.reportingTo(folder, Sharing.class).allPass(3);

    assertThat(Files.readString(folder.resolve("guesses.md")))
        .contains("a_first", "c_third")
        .doesNotContain("b_second");
  }

  @FlippingBookEmulator(scope = Scope.CLASS, isolation = Isolation.ACCOUNT)
  static class Isolated {
    @Test
    void relies(Emulator emulator, AccountControl account) {
      new ApiClient(emulator.apiUrl(), account.apiKey()).get("/auth/me/");
    }

    @Test
    void does_not(Emulator emulator, AccountControl account) {
      new ApiClient(emulator.apiUrl(), account.apiKey()).get("/auth/me");
    }
  }

  @Test
  void an_account_of_its_own_separates_tests() throws IOException {
    Run.reportingTo(folder, Isolated.class).allPass(2);

    assertThat(Files.readString(folder.resolve("guesses.md")))
        .contains("Isolated.relies")
        .doesNotContain("does_not");
  }
}
