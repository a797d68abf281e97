package io.github.flippingbookemulator.assertj;

import static io.github.flippingbookemulator.assertj.EmulatorAssertions.assertThat;
import static io.github.flippingbookemulator.assertj.FailingAssertion.failure;
import static io.github.flippingbookemulator.assertj.FailingAssertion.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.control.EmulatorControl;
import io.github.flippingbookemulator.testkit.ApiClient;
import io.github.flippingbookemulator.testkit.TestEmulator;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** General features that AssertJ users expect of an assertion. */
class AssertJConventionsTest {
  @AutoClose private final Emulator emulator = Emulator.start(TestEmulator.IMMEDIATE);
  private final ApiClient client = new ApiClient(emulator);

  private String sale;

  @BeforeEach
  void publish() {
    sale = client.publish("100% %s %d off", 2);
  }

  @Test
  void both_static_imports_live_in_one_file() {
    EmulatorControl control = emulator;

    assertThat(control).publication(sale).exists();
    assertThat(emulator).publication(sale).exists();
    assertThat(emulator.publications().all()).hasSize(1);
    assertThat(sale).hasSize(32);
    assertThat(List.of(1, 2)).contains(2);
    assertThat(2).isPositive();
  }

  @Test
  void percent_signs_are_left_as_they_are() {
    assertThat(failure(() -> assertThat(emulator).publication(sale).hasName("50%")))
        .startsWith(
            "Expected publication '100% %s %d off' to have the name '50%', but it is '100% %s %d"
                + " off'.\n");
    assertThat(failure(() -> assertThat(emulator).publications().named("50% %n").isNotEmpty()))
        .startsWith("Expected at least 1 publication named '50% %n', but there are none.\n");
  }

  @Test
  void a_description_is_used_wherever_it_is_given() {
    assertThat(message(() -> assertThat(emulator).as("sale %d", 7).publication(sale).isTrashed()))
        .startsWith("[sale 7] Expected publication");
    assertThat(message(() -> assertThat(emulator).publication(sale).as("7%").isTrashed()))
        .startsWith("[7%] Expected publication");
    assertThat(
            message(
                () ->
                    assertThat(emulator)
                        .publications()
                        .describedAs("sales")
                        .notTrashed()
                        .single()
                        .isTrashed()))
        .startsWith("[sales] Expected publication");
    assertThat(
            message(
                () ->
                    assertThat(emulator)
                        .as("sent")
                        .requests()
                        .first()
                        .requestBody()
                        .isEqualTo("%")))
        .startsWith("[sent] ");
  }

  @Test
  void a_message_of_the_tests_own_replaces_all() {
    assertThat(
            message(
                () ->
                    assertThat(emulator)
                        .publication(sale)
                        .overridingErrorMessage("no sale")
                        .isTrashed()))
        .isEqualTo("no sale");
    assertThat(
            message(() -> assertThat(emulator).withFailMessage("no sale").publications().isEmpty()))
        .isEqualTo("no sale");
  }

  @Test
  void soft_assertions_collect_failures() {
    SoftAssertions softly = new SoftAssertions();
    softly.check(() -> assertThat(emulator).publication(sale).isTrashed());
    softly.check(() -> assertThat(emulator).publication(sale).hasPages(2));
    softly.check(() -> assertThat(emulator).deliveries().hasSize(4));

    assertThat(softly.assertionErrorsCollected())
        .extracting(error -> error.getMessage().lines().findFirst().orElseThrow())
        .containsExactly(
            "Expected publication '100% %s %d off' to be trashed, but it is not.",
            "Expected 4 deliveries, but there are none.");
  }

  @Test
  void a_stack_trace_begins_in_the_test() {
    List<ThrowingCallable> failing =
        List.of(
            () -> assertThat(emulator).publication(sale).isTrashed(),
            () -> assertThat(emulator).publications().single().hasName("x"),
            () -> assertThat(emulator).requests().contains("PUT", "/"),
            () -> assertThat(emulator).deliveries().allWereDelivered());

    for (ThrowingCallable assertion : failing) {
      assertThat(catchThrowable(assertion).getStackTrace()[0].getClassName())
          .isEqualTo(AssertJConventionsTest.class.getName());
    }
  }

  @Test
  void each_assertion_leads_to_the_next() {
    assertThat(emulator)
        .publication(sale)
        .exists()
        .isConverted()
        .hasPages(2)
        .isInHome()
        .hasNoPassword()
        .isNotTrashed()
        .sources()
        .hasSize(1)
        .first()
        .isConverted()
        .hasPages(2);
  }

  @Test
  void the_thing_itself_can_be_had() {
    assertThat(assertThat(emulator).publication(sale).actual().id()).isEqualTo(sale);
    assertThat(assertThat(emulator).publications().actual()).hasSize(1);
  }

  @Test
  void nothing_is_proved_about_each_of_none() {
    assertThat(failure(() -> assertThat(emulator).mails().each(mail -> mail.hasSubject("x"))))
        .isEqualTo("Expected at least 1 mail, but there are none.");
    assertThat(failure(() -> assertThat(emulator).deliveries().allWereDelivered()))
        .isEqualTo("Expected at least 1 delivery, but there are none.");
  }

  @Test
  void nothing_is_before_the_first_one() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> assertThat(emulator).publications().element(-1))
        .withMessage("the oldest one is number 0, there is no -1");
  }
}
