package io.github.flippingbookemulator.assertj;

import static io.github.flippingbookemulator.assertj.EmulatorAssertions.assertThat;
import static io.github.flippingbookemulator.assertj.FailingAssertion.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.account.AccountControl;
import io.github.flippingbookemulator.account.AccountOptions;
import io.github.flippingbookemulator.source.Pace;
import io.github.flippingbookemulator.source.SourceState;
import io.github.flippingbookemulator.testkit.ApiClient;
import io.github.flippingbookemulator.testkit.TestEmulator;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Failure messages about publications and their sources. */
class PublicationFailureTest {
  @AutoClose private final Emulator emulator = Emulator.start(TestEmulator.IMMEDIATE);
  private final ApiClient client = new ApiClient(emulator);

  @Test
  void a_conversion_under_way_is_shown_with_its_progress_and_what_helps() {
    emulator.conversions().pace(Pace.TIMED);
    String spring = client.publish("Spring", 3);
    emulator.clock().advance(Duration.ofMillis(2500)); // 1 s in the queue, 2 s for the preview
    String source = emulator.conversions().of(spring).get(0).id();

    assertThat(failure(() -> assertThat(emulator).publication(spring).isConverted()))
        .isEqualTo(
            """
            Expected publication 'Spring' to be converted, but it is empty.

            There is:
              publication %s 'Spring' (hashId %s): Empty, no pages, in Home, on online.flippingbook.com
              source %s: Queued, Preview 0.75, 3 pages

            What helps:
              emulator.finishConversions() takes all conversions to their end
              emulator.clock().advance(…) lets their time pass; emulator.settle() waits for it\
            """
                .formatted(spring, emulator.publications().get(spring).hashId(), source));

    emulator.finishConversions();
    assertThat(emulator).publication(spring).isConverted().hasPages(3);
  }

  @Test
  void a_source_that_is_held_back_has_a_way_out_of_its_own() {
    emulator.conversions().pace(Pace.MANUAL);
    String spring = client.publish("Spring", 3);
    String source = emulator.conversions().of(spring).get(0).id();
    emulator.conversions().hold(source);

    assertThat(failure(() -> assertThat(emulator).source(source).hasState(SourceState.QUEUED)))
        .isEqualTo(
            """
            Expected source %1$s to be in the state Queued, but it is in the state WaitManualQueue.

            There is:
              source %1$s: WaitManualQueue

            What helps:
              emulator.conversions().release("%1$s") lets it go on
              emulator.finishConversions() takes all conversions to their end
              emulator.clock().advance(…) lets their time pass; emulator.settle() waits for it\
            """
                .formatted(source));
  }

  @Test
  void a_preview_is_not_a_conversion() {
    emulator.conversions().pace(Pace.MANUAL);
    String spring = client.publish("Spring", 3);
    String source = emulator.conversions().of(spring).get(0).id();
    while (emulator.conversions().get(source).state() != SourceState.COMPLETED) {
      emulator.conversions().step(source);
    }

    assertThat(failure(() -> assertThat(emulator).publication(spring).isConverted()))
        .startsWith("Expected publication 'Spring' to be converted, but there is a preview only.");
  }

  @Test
  void the_reason_of_a_failed_conversion_is_shown() {
    emulator.conversions().failNext("The printer's devil ate it.");
    String spring = client.publish("Spring", 3);
    String source = emulator.conversions().of(spring).get(0).id();

    assertThat(emulator).source(source).hasFailedBecause("devil");
    assertThat(failure(() -> assertThat(emulator).source(source).isConverted()))
        .isEqualTo(
            """
            Expected source %1$s to be converted, but it has failed because: The printer's devil ate it.

            There is:
              source %1$s: CompletedWithErrors because: The printer's devil ate it.\
            """
                .formatted(source));
  }

  @Test
  void an_unknown_publication_is_answered_with_those_that_there_are_nearest_first() {
    client.publish("Autumn", 0);
    String spring = client.publish("Spring", 0);
    String mistyped = spring.substring(0, 31) + "x";

    assertThat(failure(() -> assertThat(emulator).publication(mistyped).exists()).lines())
        .startsWith(
            "Expected publication %s to exist, but it does not exist.".formatted(mistyped),
            "",
            "There are, nearest first:",
            "  publication %s 'Spring' (hashId %s): Empty, no pages, in Home, on online.flippingbook.com"
                .formatted(spring, emulator.publications().get(spring).hashId()))
        .hasSize(5);
    assertThat(failure(() -> assertThat(emulator).publication("Autum").exists()).lines().skip(3))
        .first()
        .asString()
        .contains("'Autumn'");
  }

  @Test
  void an_id_of_something_else_is_recognized() {
    String spring = client.publish("Spring", 0);
    String link = client.link(spring, "title: 'Poster'");

    assertThat(
            failure(
                () ->
                    assertThat(emulator)
                        .publication(emulator.publications().get(spring).hashId())
                        .isEmpty()))
        .startsWith(
            "Expected publication %s to be empty, but that is the hashId of publication 'Spring'."
                .formatted(emulator.publications().get(spring).hashId()));
    assertThat(failure(() -> assertThat(emulator).publication(link).isEmpty()))
        .startsWith(
            "Expected publication %s to be empty, but that is the id of tracked link 'Poster'."
                .formatted(link));
  }

  @Test
  void a_publication_of_another_account_does_not_count() {
    AccountControl stranger = emulator.accounts().open(AccountOptions.defaults());
    String spring = client.publish("Spring", 0);

    assertThat(failure(() -> assertThat(emulator).inAccount(stranger).publication(spring).exists()))
        .isEqualTo(
            "Expected publication %s to exist, but that is the id of publication 'Spring' of another account."
                .formatted(spring));
  }

  @Test
  void a_missing_value_and_another_value_are_told_apart() {
    String spring =
        client.create("/fbonline/publication", "{name: 'Spring', description: 'All that grows'}");
    String autumn = client.publish("Autumn", 0);

    assertThat(failure(() -> assertThat(emulator).publication(spring).hasDescription("Leaves")))
        .startsWith(
            "Expected publication 'Spring' to have the description 'Leaves', but it is 'All that"
                + " grows'.\n");
    assertThat(failure(() -> assertThat(emulator).publication(autumn).hasDescription("Leaves")))
        .startsWith(
            "Expected publication 'Autumn' to have the description 'Leaves', but it has none.\n");
  }

  @Test
  void what_a_customization_lacks_is_said_by_the_requirement() {
    String spring = client.publish("Spring", 0);

    assertThat(
            failure(
                () ->
                    assertThat(emulator)
                        .publication(spring)
                        .hasCustomizationSatisfying(
                            look -> assertThat(look.theme()).isEqualTo("dark"))))
        .isEqualTo(
            """
            Expected another customization of publication 'Spring'.

            There is:
              Customization[password=, hardCover=false, logoUrl=, rightToLeft=false, theme=gray]

            The requirement says:
              expected: "dark"
               but was: "gray\"\
            """);
  }

  @Test
  void an_id_may_be_written_with_dashes() {
    String spring = client.publish("Spring", 0);
    String dashed = spring.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");

    assertThat(emulator).publication(dashed).hasName("Spring");
    assertThat(emulator).link(client.link(spring, "title: 'A'")).leadsTo(dashed);
  }
}
