package io.github.flippingbookemulator.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.account.AccountOptions;
import io.github.flippingbookemulator.http.RateLimit;
import io.github.flippingbookemulator.internal.snapshot.StateSnapshot;
import io.github.flippingbookemulator.internal.source.pdf.TestPdfs;
import io.github.flippingbookemulator.publication.PublicationEvent.PublicationCreated;
import io.github.flippingbookemulator.source.Pace;
import io.github.flippingbookemulator.source.Source;
import io.github.flippingbookemulator.source.SourceState;
import io.github.flippingbookemulator.testkit.Api;
import io.github.flippingbookemulator.testkit.Api.Reply;
import io.github.flippingbookemulator.testkit.ExpectedLog;
import io.github.flippingbookemulator.testkit.TestEmulator;
import io.github.flippingbookemulator.time.ClockControl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Taking and restoring snapshots while an emulator runs. */
@Timeout(60)
class RestoreTest {
  private static final String LIST = "/fbonline/publication";
  private static final byte[] PDF = TestPdfs.pages(3);

  @AutoClose
  final TestEmulator test =
      TestEmulator.frozen(options -> options.seed(5).rateLimit(RateLimit.OFF));

  @Test
  void each_restore_begins_with_the_same_state() {
    String kept = api().publish(PDF);
    Snapshot snapshot = emulator().snapshot();

    for (int i = 0; i < 3; i++) {
      String id = api().post(LIST, "{name: 'later'}").ok().text("/id");
      api().delete(LIST + "/" + kept).ok();
      emulator().clock().advance(Duration.ofDays(31));
      api().get(LIST + "/" + kept).refused(404, "ObjectNotFound");

      emulator().restore(snapshot);

      assertThat(emulator().clock().now()).isEqualTo(StateSnapshot.stateOf(snapshot).time());
      api().get(LIST + "/" + kept).ok();
      api().get(LIST + "/" + id).refused(404, "ObjectNotFound");
    }
  }

  @Test
  void a_snapshot_stays_as_it_is_whatever_happens_later() {
    String id = api().publish(PDF);
    emulator().conversions().finishAll();
    Snapshot snapshot = emulator().snapshot();
    String json = snapshot.toJson();

    api().post(LIST + "/" + id, "{name: 'changed'}").ok();
    api().delete(LIST + "/" + id).ok();
    emulator().clock().advance(Duration.ofDays(31));
    emulator().reset();

    assertThat(snapshot.toJson()).isEqualTo(json);
    emulator().restore(snapshot);
    assertThat(emulator().snapshot()).isEqualTo(snapshot);
    assertThat(pdfOf(id)).isEqualTo(PDF);
  }

  @Test
  void a_reset_after_a_restore_makes_everything_as_it_was_at_the_start() {
    api().publish(PDF);
    emulator().accounts().open(AccountOptions.defaults());
    Snapshot snapshot = emulator().snapshot();
    emulator().restore(snapshot);

    emulator().reset();

    assertThat(api().get(LIST).ok().at("/total").intValue()).isZero();
    assertThat(emulator().accounts().all()).hasSize(1);
    assertThat(emulator().accounts().defaultAccount().apiKeys()).containsExactly("emulator-key");
    assertThat(StateSnapshot.stateOf(emulator().snapshot()).ids())
        .isNotEqualTo(StateSnapshot.stateOf(snapshot).ids());
  }

  @Test
  void the_groups_of_before_belong_to_a_life_that_has_ended() {
    ClockControl clock = emulator().clock();
    emulator().restore(emulator().snapshot());

    assertThatIllegalStateException().isThrownBy(() -> clock.advance(Duration.ZERO));
  }

  @Test
  void an_emulator_that_has_been_handed_over_restores_nothing() {
    Snapshot empty = emulator().snapshot();
    try (Emulator successor = emulator().successor(EmulatorOptions.defaults())) {
      String id = new Api(successor).publish(PDF);

      assertThatIllegalStateException().isThrownBy(() -> emulator().restore(empty));
      new Api(successor).get(LIST + "/" + id).ok();
    }
  }

  @Test
  void the_speed_is_the_one_that_the_emulator_was_started_with() {
    emulator().clock().speed(50);
    emulator().restore(emulator().snapshot());

    assertThat(emulator().clock().speed()).isZero();
  }

  @Test
  void the_pace_is_the_one_of_the_snapshot() {
    emulator().conversions().pace(Pace.PER_POLL);
    Snapshot snapshot = emulator().snapshot();
    emulator().conversions().pace(Pace.MANUAL);

    emulator().restore(snapshot);

    assertThat(emulator().conversions().pace()).isEqualTo(Pace.PER_POLL);
  }

  @Test
  void a_revoked_key_stays_revoked_and_a_snapshot_without_any_key_can_be_restored() {
    api().delete("/auth/key").ok();

    emulator().restore(Snapshot.fromJson(emulator().snapshot().toJson()));

    assertThat(emulator().accounts().defaultAccount().apiKeys()).isEmpty();
    new Api(emulator().uri(), "emulator-key").get(LIST).refused(403, "InvalidApiKey");
  }

  @Test
  void calls_under_way_are_answered() {
    Snapshot snapshot = emulator().snapshot();
    for (int i = 0; i < 20; i++) {
      List<CompletableFuture<Reply>> calls =
          Stream.generate(() -> api().getLater(LIST)).limit(20).toList();
      emulator().restore(snapshot);
      calls.forEach(reply -> reply.join().ok());
    }
  }

  @Test
  void a_file_that_is_still_on_its_way_sets_out_again() throws IOException {
    try (SlowFile file = new SlowFile(PDF)) {
      String id = api().post(LIST, "{url: '" + file.url() + "'}").ok().text("/id");
      file.awaitRequest();
      Snapshot snapshot = Snapshot.fromJson(emulator().snapshot().toJson());
      emulator().restore(snapshot);
      file.answer();

      emulator().clock().advance(Duration.ofMinutes(1));

      assertThat(pdfOf(id)).isEqualTo(PDF);
      assertThat(file.requests()).isEqualTo(2);
    }
  }

  @Test
  void an_upload_that_nobody_has_looked_at_is_taken_in_again_at_any_pace() {
    emulator().conversions().pace(Pace.IMMEDIATE);
    String id = api().publish(PDF);
    String file = Api.base64(PDF);
    String asSent =
        emulator()
            .snapshot()
            .toJson()
            .replaceFirst(
                "\"extent\" : \"all-pages\",\\s+\"totalPages\" : 3",
                "\"extent\" : \"nothing\", \"totalPages\" : 0")
            .replaceFirst(
                "\"state\" : \"CompletedAllStages\",\\s+\"totalPages\" : 3",
                "\"state\" : \"WaitAutoQueue\", \"totalPages\" : 0")
            .replaceFirst("\"shown\" : true", "\"shown\" : false")
            .replaceFirst(
                "\"type\" : \"usable\",\\s+\"content\" : \"[0-9a-f]+\",\\s+\"pages\" : 3",
                "\"type\" : \"onItsWay\", \"upload\" : {\"content\" : {\"type\" : \"data\","
                    + " \"base64\" : \""
                    + file
                    + "\"}}");

    emulator().restore(Snapshot.fromJson(asSent));
    emulator().settle();

    assertThat(pdfOf(id)).isEqualTo(PDF);
  }

  @Test
  @ExpectedLog("The file of http://files.example/none.pdf cannot be read")
  void a_file_that_was_registered_by_its_path_is_taken_by_its_content(@TempDir Path folder)
      throws IOException {
    Path file = Files.write(folder.resolve("a.pdf"), PDF);
    emulator().files().register("http://files.example/a.pdf", file);
    emulator().files().register("http://files.example/none.pdf", folder.resolve("none.pdf"));
    Snapshot snapshot = emulator().snapshot();
    Files.delete(file);

    emulator().restore(snapshot);
    emulator().conversions().pace(Pace.IMMEDIATE);

    String id = api().post(LIST, "{url: 'http://files.example/a.pdf'}").ok().text("/id");
    assertThat(pdfOf(id)).isEqualTo(PDF);
    assertThat(StateSnapshot.stateOf(snapshot).registeredFiles())
        .containsOnlyKeys("http://files.example/a.pdf");
  }

  @Test
  void a_listener_cannot_take_a_snapshot() {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    emulator()
        .events()
        .on(
            PublicationCreated.class,
            created -> {
              try {
                emulator().snapshot();
              } catch (IllegalStateException e) {
                thrown.set(e);
              }
            });
    api().post(LIST, "{}").ok();

    assertThat(thrown.get()).hasMessageContaining("in the middle of a change");
  }

  @Test
  void restoring_tells_nobody() {
    api().publish(PDF);
    emulator().conversions().finishAll();
    emulator().restore(emulator().snapshot());
    emulator().clock().advance(Duration.ofHours(1));

    assertThat(emulator().journal().entries()).isEmpty();
    assertThat(emulator().conversions().all().stream().map(Source::state))
        .containsExactly(SourceState.COMPLETED_ALL_STAGES);
  }

  private byte[] pdfOf(String id) {
    String root = api().get(LIST + "/" + id).ok().text("/publication/contentRoot");
    return SlowFile.get(root + "common/downloads/publication.pdf");
  }

  private Emulator emulator() {
    return test.emulator();
  }

  private Api api() {
    return test.api();
  }
}
