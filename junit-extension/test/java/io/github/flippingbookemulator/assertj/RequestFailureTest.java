package io.github.flippingbookemulator.assertj;

import static io.github.flippingbookemulator.assertj.EmulatorAssertions.assertThat;
import static io.github.flippingbookemulator.assertj.FailingAssertion.failure;
import static io.github.flippingbookemulator.assertj.FailingAssertion.timeline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.fault.CallMatcher;
import io.github.flippingbookemulator.fault.Fault;
import io.github.flippingbookemulator.testkit.ApiClient;
import io.github.flippingbookemulator.testkit.TestEmulator;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Failure messages about calls, and the timeline at the end of each. */
class RequestFailureTest {
  @AutoClose private final Emulator emulator = Emulator.start(TestEmulator.IMMEDIATE);
  private final ApiClient client = new ApiClient(emulator);

  @Test
  void a_call_that_was_not_made_is_answered_with_those_that_come_near() {
    client.publish("Spring", 0);
    client.send("GET", "/fbonline/publication?count=3", "");
    client.send("GET", "/fbonline/folders", "");

    assertThat(
            failure(
                () -> assertThat(emulator).requests().contains("DELETE", "/fbonline/publication")))
        .isEqualTo(
            """
            Expected at least 1 request with method DELETE to /fbonline/publication, but there are none.

            Near misses:
              POST /api/v1/fbonline/publication: 200 (not with method DELETE)
              GET /api/v1/fbonline/publication?count=3: 200 (not with method DELETE)\
            """);
  }

  @Test
  void refused_calls_are_shown_with_what_was_answered() {
    client.publish("Spring", 0);
    client.send("GET", "/fbonline/publications", "");

    assertThat(failure(() -> assertThat(emulator).requests().hasNoErrors()))
        .isEqualTo(
            """
            Expected no requests without success, but there is 1.

            There is:
              GET /api/v1/fbonline/publications: 404 NotFound: There is no endpoint with this method and path.\
            """);
  }

  @Test
  void a_call_that_got_no_answer_has_not_succeeded() {
    emulator.faults().add(new Fault.CutAfter(), CallMatcher.next());
    assertThatThrownBy(() -> client.send("POST", "/fbonline/publication", "{name: 'Spring'}"))
        .isInstanceOf(UncheckedIOException.class);
    await().untilAsserted(() -> assertThat(emulator.journal().requests()).hasSize(1));

    assertThat(failure(() -> assertThat(emulator).requests().hasNoErrors()))
        .endsWith("  POST /api/v1/fbonline/publication: no answer (fault: cutAfter)");
    assertThat(failure(() -> assertThat(emulator).requests().single().hasSucceeded()))
        .startsWith(
            "Expected request POST /api/v1/fbonline/publication to have succeeded, but there was no"
                + " answer.\n");
  }

  @Test
  void calls_that_match_are_told_from_those_that_nearly_do() {
    client.publish("Spring", 0);
    client.send("GET", "/fbonline/folders", "");

    assertThat(failure(() -> assertThat(emulator).requests().ofMethod("GET").hasSize(2)))
        .isEqualTo(
            """
            Expected 2 requests with method GET, but there is 1.

            There is:
              GET /api/v1/fbonline/folders: 200

            Near misses:
              POST /api/v1/fbonline/publication: 200 (not with method GET)\
            """);
  }

  @Test
  void of_many_facts_the_first_ones_are_shown() {
    for (int i = 0; i < 13; i++) {
      client.send("GET", "/fbonline/folders", "");
    }

    assertThat(failure(() -> assertThat(emulator).requests().isEmpty()).lines())
        .hasSize(14)
        .last()
        .isEqualTo("  and 3 more");
  }

  @Test
  void a_timeline_shows_calls_conversions_and_deliveries() {
    client.trigger(emulator.inbox("shop").url(), "", "created");
    client.publish("Spring", 1);
    emulator.clock().advance(Duration.ZERO);

    assertThat(timeline(() -> assertThat(emulator).mails().isNotEmpty()))
        .anyMatch(line -> line.contains("POST /api/v1/fbonline/publication -> 200"))
        .anyMatch(line -> line.contains("SourceConverted"))
        .anyMatch(line -> line.contains("webhook 1 'created' to " + emulator.inbox("shop").url()));
  }

  @Test
  void a_long_timeline_shows_its_newest_lines() {
    for (int i = 0; i < 30; i++) {
      client.send("GET", "/fbonline/publication?offset=" + i, "");
    }

    assertThat(timeline(() -> assertThat(emulator).mails().isNotEmpty()))
        .hasSize(21)
        .startsWith("  (10 earlier lines left out)")
        .last()
        .asString()
        .contains("offset=29");
  }

  @Test
  void a_path_is_written_as_documentation_writes_it() {
    String id = client.publish("Spring", 0);
    client.send("GET", "/fbonline/publication/" + id + "/", "");
    client.send("GET", "/fbonline/publication?query=a.b", "");

    assertThat(emulator).requests().to("/fbonline/publication/{id}").hasSize(1);
    assertThat(emulator).requests().to("/api/v1/fbonline/publication/{id}").hasSize(1);
    assertThat(emulator).requests().to("/fbonline/publication/" + id).hasSize(1);
    assertThat(emulator).requests().to("/fbonline/publication/{id}/source").isEmpty();
    assertThat(emulator).requests().to("/fbonline/publication/*").hasSize(1);
    assertThat(emulator).requests().to("/fbonline/publication/**").hasSize(3);
    assertThat(emulator).requests().to("/fbonline/**").hasSize(3);
    assertThat(emulator).requests().to("/fbonline/public/**").isEmpty();
    assertThat(emulator).requests().to("/fbonline/{any}").hasSize(2);
    assertThat(emulator).requests().to("/fbonline/publication").hasSize(2);
    assertThat(emulator).requests().to("/fbonline/publication?query=a.b").hasSize(1);
    assertThat(emulator).requests().to("/fbonline/publication?query={text}").hasSize(1);
    assertThat(emulator).requests().to("/fbonline/publication?query=aab").isEmpty();
  }
}
