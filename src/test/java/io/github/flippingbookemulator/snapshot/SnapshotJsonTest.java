package io.github.flippingbookemulator.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.source.Fetch;
import io.github.flippingbookemulator.testkit.Api;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Snapshots as JSON: what has been written can be read for ever, all else is refused. */
class SnapshotJsonTest {
  private static final String PREFIX = "This snapshot cannot be restored: ";
  private static final String NO_ID = "'ffffffffffffffffffffffffffffffff'";

  @Test
  void what_an_earlier_version_wrote_is_read_and_written_to_the_byte() {
    assertThat(Snapshot.fromJson(GoldenFile.TEXT).toJson()).isEqualTo(GoldenFile.TEXT);
    byte[] utf8 = GoldenFile.TEXT.getBytes(StandardCharsets.UTF_8);
    assertThat(Snapshot.fromJson(utf8)).isEqualTo(Snapshot.fromJson(GoldenFile.TEXT));
  }

  @Test
  void format_1_is_read_as_the_same_state() {
    assertThat(Snapshot.fromJson(GoldenFile.FORMAT_1).toJson()).isEqualTo(GoldenFile.TEXT);
    assertThat(Snapshot.fromJson(GoldenFile.FORMAT_2).toJson()).isEqualTo(GoldenFile.TEXT);
  }

  @Test
  void a_damaged_snapshot_of_format_1_is_refused_by_the_place_in_format_2() {
    Map<String, String> damages =
        Map.of(
            "\"ALL_PAGES\"", "accounts[0].publications[0].content.extent: received 7",
            "\"044c3cd7f43c661ce6984080bab12a02\"",
                "accounts[0].account.options.apiKeys[1]: received 7",
            "\"onViews\"|\"firstViews\"", "There is no property");
    damages.forEach(
        (old, complaint) -> {
          boolean name = old.contains("|");
          String damaged = GoldenFile.FORMAT_1.replaceFirst(old, name ? "\"other\"" : "7");
          assertThatIllegalArgumentException()
              .isThrownBy(() -> Snapshot.fromJson(damaged))
              .withMessageStartingWith(PREFIX + complaint);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"FORMAT_1", "FORMAT_2", "FORMAT_3"})
  void what_an_earlier_version_wrote_can_be_restored(String format) {
    String json =
        switch (format) {
          case "FORMAT_1" -> GoldenFile.FORMAT_1;
          case "FORMAT_2" -> GoldenFile.FORMAT_2;
          default -> GoldenFile.TEXT;
        };
    try (Emulator emulator = Emulator.start(RichState.OPTIONS.fetch(Fetch.REGISTERED))) {
      emulator.restore(Snapshot.fromJson(json));
      emulator.clock().advance(Duration.ofHours(1));

      assertThat(FullState.of(emulator).values())
          .hasSizeGreaterThan(60)
          .noneMatch(answer -> answer.startsWith("500"));
    }
  }

  @Test
  void a_snapshot_of_an_emulator_that_has_just_been_started_can_be_read() {
    try (Emulator emulator = Emulator.start()) {
      Snapshot snapshot = emulator.snapshot();
      assertThat(Snapshot.fromJson(snapshot.toJson())).isEqualTo(snapshot);
    }
  }

  @Test
  void any_text_comes_back_as_it_was() {
    try (Emulator emulator = Emulator.start(RichState.OPTIONS)) {
      Api api = new Api(emulator);
      String body =
          "{name: '\\ud800 \\udc00 \\u0000 \\u2028 \\ud83c\\udf3b \\\\ \\\" </script> \\ufeff é'}";
      api.post("/fbonline/publication", body).ok();
      Snapshot snapshot = emulator.snapshot();
      byte[] utf8 = snapshot.toJson().getBytes(StandardCharsets.UTF_8);

      assertThat(Snapshot.fromJson(utf8)).isEqualTo(snapshot);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{", "nul", "{'emulator': 1}", "[1,]", "{\"a\":1} x", "\0"})
  void what_is_no_json_is_refused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Snapshot.fromJson(text))
        .withMessageStartingWith(PREFIX + "it ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "1", "[]", "\"text\"", "{}", "{\"emulator\": \"other\"}"})
  void what_is_no_snapshot_is_refused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Snapshot.fromJson(text))
        .withMessageMatching(
            PREFIX
                + "(it must be an object, not .*|it is no snapshot of flippingbook-emulator)\\.");
  }

  @Test
  void what_is_no_text_is_refused() {
    byte[] latin1 = GoldenFile.TEXT.getBytes(StandardCharsets.ISO_8859_1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Snapshot.fromJson(latin1))
        .withMessageStartingWith(PREFIX + "it is no JSON at line ");
  }

  @ParameterizedTest
  @ValueSource(ints = {51, 1_000, 1_000_000})
  void what_is_nested_too_deeply_is_refused(int depth) {
    String nested = "{\"emulator\": " + "[".repeat(depth) + "]".repeat(depth) + "}";
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Snapshot.fromJson(nested))
        .withMessageStartingWith(PREFIX + "it is nested deeper than 50 levels");
  }

  @Test
  void a_property_that_is_there_twice_is_refused() {
    String twice = GoldenFile.TEXT.replaceFirst("\"time\"", "\"format\"");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Snapshot.fromJson(twice))
        .withMessage(PREFIX + "an object has a property twice at line 4, column 11.");
  }

  @Test
  void a_file_that_is_not_what_its_name_says_is_refused() {
    String name = GoldenFile.tree().get("files").fieldNames().next();
    assertRefused(
        "/files/" + name, "'JVBERi0='", "files." + name + " must be a file whose SHA-256");
    assertRefused("/files/" + name, "'***'", "files." + name + " must be base64.");
    assertRefused("/files/" + name, "7", "files." + name + " must be base64.");
    assertRefused("/files/" + name, "", "pdf.content: received '" + name.substring(0, 60));
    assertRefused("/files", "[]", "files must be an object.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          /format                                   | 4     | it has the format 4, and this version reads the formats 1 to 3.
          /format                                   |       | format is missing.
          /time                                     | '?'   | time: received '?'; accepted is a date and time such as
          /time                                     | '2020-01-01T00:00:00Z' | accounts[0].publications[0].created is later than
          /time                                     | '+1000000000-01-01T00:00:00Z' | time
          /ids/random                               | '12'  | ids.random: received '12'; accepted is a whole number of 64 bits.
          /ids/hashId                               | 900000000 | ids: hashId must be 0 to 899999999.
          /ids/more                                 | 1     | There is no property 'ids.more' here; there are: hashId, random.
          /conversions/pace                         | 'FAST' | conversions.pace: received 'FAST'; accepted is one of timed, per-poll, immediate, manual.
          /conversions/nextPacings/0/polls          | 3     | conversions.nextPacings[0]: polls must be 0, or more in pace PER_POLL.
          /conversions/nextOutcomes/0               | {type: 'stuck', state: 'CompletedAllStages'} | conversions.nextOutcomes[0]: every source that gets to
          /conversions/nextOutcomes/0/type          | 'odd' | conversions.nextOutcomes[0].type: received 'odd'; accepted is one of failed, natural, refused, stuck.
          /accounts                                 | []    | accounts is empty; the first is the default account.
          /accounts                                 | {}    | accounts: received an object; accepted is a list.
          /accounts/1/account/id                    | 3     | accounts[1].account.id must be 2, by its place.
          /accounts/1/account/hashId                | '733607724' | accounts[1].account.hashId is there twice.
          /accounts/1/account/options/apiKeys/0     | 'emulator-key' | accounts[1].account.options.apiKeys is there twice.
          /accounts/1/account/options/accessToken   | 'emulator-token' | accounts[1].account.options.accessToken is there twice.
          /accounts/0/account/options/apiKeys/1     | 'with space' | accounts[0].account.options: an API key consists of visible ASCII characters
          /accounts/0/account/options/apiKeys/1     | 7     | accounts[0].account.options.apiKeys[1]: received 7; accepted is a string.
          /accounts/0/account/options/plan/maxPublications | -1 | accounts[0].account.options.plan: a limit of the plan is 0 or more
          /accounts/0/account/options/plan/maxPublications | 1.5 | accounts[0].account.options.plan.maxPublications: received 1.5; accepted is a whole number of 32 bits.
          /accounts/0/account/options/folders/1/id  | '1'   | accounts[0].account.options: the ids of an account's folders differ.
          /accounts/0/publications/1/id             |       | accounts[0].publications[1].id: it is missing.
          /accounts/0/publications/1/id             | 'x'   | accounts[0].publications[1].id must be 32 lowercase hex digits.
          /accounts/0/publications/1/hashId         | '221028205' | accounts[0].publications[1].hashId is there twice.
          /accounts/0/publications/1/hashId         | '22'  | accounts[0].publications[1].hashId must be nine digits.
          /accounts/0/publications/0/details/nmae   | ''    | There is no property 'accounts[0].publications[0].details.nmae' here
          /accounts/0/publications/0/details/seoEnabled | 'yes' | accounts[0].publications[0].details.seoEnabled: received 'yes'; accepted is true or false.
          /accounts/0/publications/0/details/folder | 7     | accounts[0].publications[0].details.folder: received 7; accepted is a string.
          /accounts/0/publications/0/content/extent | 'nothing' | accounts[0].publications[0].content.extent does not fit the source that is shown
          /accounts/0/publications/0/content/totalPages | 9 | is not the 9 of the publication that shows it.
          /accounts/0/leadForms/953aeb70673e29cb73d33b666a1e21da | [] | accounts[0].leadForms.953aeb70673e29cb73d33b666a1e21da must be a list with at least one field of type email
          /accounts/0/leadForms/x                   | []    | accounts[0].leadForms.x names no publication of this account.
          /accounts/0/sources/sources/0/source/publicationId | ID | accounts[0].sources.sources[0].source.publicationId names no publication of this account.
          /accounts/0/sources/sources/0/source/state | 'Queued' | accounts[0].sources.sources[0]: in state QUEUED a source is not shown to readers.
          /accounts/0/sources/sources/0/source/failure | 'no' | accounts[0].sources.sources[0]: a source has a failure in state COMPLETED_WITH_ERRORS, and only then.
          /accounts/0/sources/sources/0/pdf         | {type: 'onItsWay', upload: {content: {type: 'address', url: 'u'}}} | accounts[0].sources.sources[0]: in state COMPLETED_ALL_STAGES a source has a PDF that can be used.
          /accounts/0/sources/sources/0/source/totalPages | 4 | accounts[0].sources.sources[0]: the number of pages is not that of the PDF.
          /accounts/0/sources/sources/3/source/work/takes | 'PT-1S' | accounts[0].sources.sources[3].source.work.takes must be a duration from zero to
          /accounts/0/sources/sources/3/source/work/stage | 'Preview' | accounts[0].sources.sources[3]: the stage does not fit the state COMPLETED.
          /accounts/0/sources/waiting/0             | ID    | accounts[0].sources: source 'ffffffffffffffffffffffffffffffff' cannot be in line.
          /accounts/0/links/0/publicationId         | ID    | accounts[0].links[0].publicationId names no publication of this account.
          /accounts/0/links/0/triggerId             | ID    | is not the trigger of the link that it names.
          /accounts/0/links/1/urlName               | 'abc' | accounts[0].links[1].urlName must be six digits, or the twelve lowercase letters and digits of early versions.
          /accounts/0/links/0/all/last              |       | accounts[0].links[0].all.last is there if count is 1 or more, and only then.
          /accounts/0/links/0/all/count             | 3000000000 | accounts[0].links[0].all.count: received 3000000000; accepted is a whole number of 32 bits.
          /accounts/0/links/0/all/count             | -1    | accounts[0].links[0].all.count must be 0 or more, not -1.
          /accounts/0/triggers/5/trigger/limitTo    | {type: 'ofLink', linkId: ID} | accounts[0].triggers[5].trigger.limitTo.linkId names no tracked link of this account.
          /accounts/0/triggers/5/trigger/endpoint   | 'inbox' | accounts[0].triggers[5].trigger.endpoint is not an absolute http or https address
          /accounts/0/publications/0/details/domain | ''    | accounts[0].publications[0].details.domain is empty
          /accounts/0/triggers/5/trigger/events/0   | 'SESSION' | accounts[0].triggers[5].trigger.events[0]: received 'SESSION'; accepted is one of created,
          /accounts/0/triggers/0/trigger            | {}    | accounts[0].triggers[0].trigger.id: it is missing.
          /registeredFiles/https:~1~1files.example.com~1registered.pdf | 'x' | registeredFiles.https://files.example.com/registered.pdf: received 'x'
          """)
  void what_cannot_be_is_refused_by_its_place(String pointer, String value, String complaint) {
    assertRefused(pointer, value == null ? "" : value.replace("ID", NO_ID), complaint);
  }

  @ParameterizedTest
  @MethodSource
  void a_link_needs_its_trigger(String pointer) {
    assertRefused(pointer, "'ffffffffffffffffffffffffffffffff'", "trigger");
  }

  static Stream<String> a_link_needs_its_trigger() {
    return Stream.of("/accounts/0/links/0/triggerId", "/accounts/0/triggers/0/trigger/id");
  }

  @Test
  void a_refused_snapshot_changes_nothing() {
    try (Emulator emulator = Emulator.start(RichState.OPTIONS)) {
      String id = new Api(emulator).post("/fbonline/publication", "{}").ok().text("/id");
      assertRefused("/accounts/1/account/id", "7", "by its place");
      new Api(emulator).get("/fbonline/publication/" + id).ok();
    }
  }

  private static void assertRefused(String pointer, String value, String complaint) {
    String json =
        GoldenFile.with(
            pointer, value.replaceAll("([{,]\\s*)(\\w+):", "$1\"$2\":").replace('\'', '"'));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Snapshot.fromJson(json))
        .withMessageStartingWith(PREFIX)
        .withMessageContaining(complaint)
        .withMessageMatching("[^\\n]+\\.");
  }
}
