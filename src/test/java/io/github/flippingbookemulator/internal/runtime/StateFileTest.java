package io.github.flippingbookemulator.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.control.ControlCalls;
import io.github.flippingbookemulator.control.ControlCalls.Said;
import io.github.flippingbookemulator.internal.snapshot.StateSnapshot;
import io.github.flippingbookemulator.internal.source.pdf.TestPdfs;
import io.github.flippingbookemulator.testkit.Api;
import io.github.flippingbookemulator.testkit.EmulatorProcess;
import io.github.flippingbookemulator.testkit.EmulatorProcess.Ended;
import io.github.flippingbookemulator.testkit.EmulatorProcess.Ready;
import io.github.flippingbookemulator.testkit.Json;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A state that is kept in a file from one run to the next. */
class StateFileTest {
  @TempDir Path folder;

  @Test
  void what_was_there_at_the_stop_is_there_at_the_next_start() {
    Instant stopped;
    String id;
    try (Emulator emulator = start()) {
      id = new Api(emulator).publish(TestPdfs.pages(2));
      emulator.clock().advance(Duration.ofDays(3));
      stopped = emulator.clock().now();
    }

    try (Emulator again = start()) {
      assertThat(
              new Api(again)
                  .get("/fbonline/publication/" + id)
                  .ok()
                  .at("/publication/totalPages")
                  .intValue())
          .isEqualTo(2);
      assertThat(again.clock().now()).isEqualTo(stopped);
      again.reset();
      assertThat(again.publications().all()).isEmpty();
    }
    try (Emulator empty = start()) {
      assertThat(empty.publications().all()).isEmpty();
    }
    assertThat(folder.toFile().list()).containsExactly("state.json");
  }

  @Test
  void a_state_comes_with_its_time_and_a_reset_with_the_start_time() {
    Instant stopped;
    try (Emulator emulator = start()) {
      stopped = emulator.clock().now();
    }

    Instant begin = Instant.parse("2030-01-31T12:00:00Z");
    EmulatorOptions options = EmulatorOptions.defaults().speed(0).state(file()).startTime(begin);
    try (Emulator again = Emulator.start(options)) {
      assertThat(again.clock().now()).isEqualTo(stopped);
      again.reset();
      assertThat(again.clock().now()).isEqualTo(begin);
    }
  }

  @Test
  void the_state_is_saved_on_demand_too() throws IOException {
    try (Emulator emulator = start()) {
      assertThat(file()).doesNotExist();
      assertThat(ControlCalls.post(emulator, "/_emulator/state/save", "").status()).isEqualTo(200);
      String empty = Files.readString(file());

      new Api(emulator).publish(TestPdfs.pages(1));
      emulator.saveState();
      assertThat(Files.readString(file())).isNotEqualTo(empty);
    }
    try (Emulator forgetful = Emulator.start()) {
      Said no = ControlCalls.post(forgetful, "/_emulator/state/save", "");
      assertThat(no.status()).isEqualTo(409);
      assertThat(no.message()).endsWith("without --state FILE");
    }
  }

  @Test
  void a_save_that_has_ended_is_not_undone_by_one_that_began_before_it() throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(4);
    try (Emulator emulator = start()) {
      Callable<Integer> savesWithoutLoss =
          () -> {
            for (int i = 0; i < 25; i++) {
              new Api(emulator).post("/fbonline/publication", "{}").ok();
              int there = emulator.publications().all().size();
              emulator.saveState();
              assertThat(publicationsIn(file())).isGreaterThanOrEqualTo(there);
            }
            return 25;
          };
      for (Future<Integer> client : clients.invokeAll(Collections.nCopies(4, savesWithoutLoss))) {
        assertThat(client.get()).isEqualTo(25);
      }
    } finally {
      clients.shutdownNow();
    }
  }

  private static int publicationsIn(Path file) {
    return StateSnapshot.read(file).state().accounts().stream()
        .mapToInt(account -> account.publications().size())
        .sum();
  }

  @Test
  void a_state_that_cannot_be_written_is_an_error_of_the_demand_and_of_the_stop()
      throws IOException {
    Path kept = Files.createDirectory(folder.resolve("kept"));
    Emulator emulator =
        Emulator.start(EmulatorOptions.defaults().state(kept.resolve("state.json")));
    Files.delete(kept);
    String why =
        "cannot write the snapshot %s: there is no folder %s any more"
            .formatted(kept.resolve("state.json"), kept);

    assertThatIllegalStateException().isThrownBy(emulator::saveState).withMessage(why);
    Said no = ControlCalls.post(emulator, "/_emulator/state/save", "");
    assertThat(no.status()).isEqualTo(409);
    assertThat(no.message()).isEqualTo(why);
    assertThatIllegalStateException()
        .isThrownBy(emulator::close)
        .withMessage("The state is lost: " + why);
    assertThatThrownBy(() -> ControlCalls.get(emulator, "/_emulator/health"))
        .hasRootCauseInstanceOf(ConnectException.class);
  }

  @Test
  void a_process_says_on_standard_error_and_by_its_exit_code_that_its_state_is_lost()
      throws Exception {
    Path kept = Files.createDirectory(folder.resolve("kept"));
    try (EmulatorProcess process =
        EmulatorProcess.main(folder, "--port=0", "--state=kept/state.json", "--log=quiet")) {
      process.ready().post("/fbonline/publication", "{}");
      Files.delete(kept);
      process.end();

      Ended ended = process.ended();
      assertThat(ended.exitCode()).isEqualTo(1);
      assertThat(ended.errors()).singleElement().asString().startsWith("The state is lost: ");
    }
  }

  @Test
  void a_process_loses_one_file_of_many_and_says_so_in_its_log() throws Exception {
    try (EmulatorProcess process =
        EmulatorProcess.main(
            folder, "--port=0", "--state=state.json", "--pace=immediate", "--log=default")) {
      Ready ready = process.ready();
      String lost = source(ready, "Lost");
      String kept = source(ready, "Kept");
      Files.delete(pdf(lost));
      process.end();

      Ended ended = process.ended();
      assertThat(ended.errors())
          .singleElement()
          .asString()
          .contains("WARNING The PDF of source " + lost + " is gone");
      assertThat(Files.readString(file())).contains(lost, kept, "Lost", "Kept");
    }
    try (Emulator again = start()) {
      assertThat(again.publications().all()).hasSize(2);
    }
  }

  @Test
  void an_empty_file_is_an_empty_start() throws IOException {
    Files.createFile(file());

    try (Emulator empty = start()) {
      assertThat(empty.publications().all()).isEmpty();
    }
    try (Emulator again = start()) {
      assertThat(again.accounts().all()).hasSize(1);
    }
  }

  @Test
  void a_folder_in_the_place_of_the_file_is_refused() throws IOException {
    Files.createDirectory(file());

    assertThatIllegalArgumentException()
        .isThrownBy(this::start)
        .withMessage("cannot keep the state in %s: it is a folder; name a file in it", file());
  }

  @Test
  void a_file_that_is_mounted_by_itself_is_found_in_the_list_of_mounts() throws IOException {
    Path mounts =
        Files.writeString(
            folder.resolve("mountinfo"),
            """
            22 1 8:1 / / rw,relatime - ext4 /dev/root rw
            36 22 8:1 /a/state.json /data/my\\040state.json rw - ext4 /dev/root rw
            37 22 8:1 /b /b rw - ext4 /dev/root rw
            """);

    assertThat(MountedFile.is(Path.of("/data/my state.json"), mounts)).isTrue();
    assertThat(MountedFile.is(Path.of("/b/state.json"), mounts)).isFalse();
    assertThat(MountedFile.is(Path.of("/b/state.json"), folder.resolve("none"))).isFalse();
  }

  @Test
  void drafts_that_a_killed_process_left_are_removed_but_no_young_ones() throws IOException {
    Path old = draft();
    Path other = Files.createFile(folder.resolve("state.json.tmp"));
    for (Path file : List.of(old, other)) {
      Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
    }
    Path young = draft();

    start().close();

    assertThat(old).doesNotExist();
    assertThat(young).exists();
    assertThat(other).exists();
  }

  @Test
  void a_broken_file_is_refused_and_stays_as_it_is() throws IOException {
    for (String broken : List.of(" ", "{", "{\"some\": \"thing else\"}")) {
      Files.writeString(file(), broken);

      assertThatIllegalArgumentException()
          .isThrownBy(this::start)
          .withMessageStartingWith(file() + ": ");
      assertThat(file()).hasContent(broken);
    }
  }

  @Test
  void a_file_in_no_folder_is_refused_before_there_is_something_to_lose() {
    Path nowhere = folder.resolve("no/such/state.json");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Emulator.start(EmulatorOptions.defaults().state(nowhere)))
        .withMessageContaining("there is no folder " + nowhere.getParent());
  }

  @Test
  void a_process_keeps_its_state_over_sigterm_and_refuses_a_broken_file() throws Exception {
    String me;
    try (EmulatorProcess process = EmulatorProcess.main(folder, "--port=0", "--state=state.json")) {
      Ready ready = process.ready();
      me = ready.post("/fbonline/publication", "{name: 'Kept'}").body();
      process.end();
      process.ended();
    }
    Files.createDirectories(folder.resolve("tmp"));
    try (EmulatorProcess process =
        EmulatorProcess.main(folder, "--port=0", "--state=state.json", "--api-key=other")) {
      Ready ready = process.ready();
      assertThat(ready.key()).isEqualTo(EmulatorOptions.DEFAULT_API_KEY);
      assertThat(ready.get("/fbonline/publication").body())
          .contains(Json.parse(me).get("id").textValue());
      process.end();
    }

    Files.writeString(file(), "{");
    try (EmulatorProcess process = EmulatorProcess.main(folder, "--port=0", "--state=state.json")) {
      Ended ended = process.ended();
      assertThat(ended.exitCode()).isEqualTo(2);
      assertThat(ended.output()).isEmpty();
      assertThat(ended.errors()).singleElement().asString().startsWith("state.json: ");
      assertThat(file()).hasContent("{");
    }
  }

  private static String source(Ready ready, String name) throws Exception {
    String body = "{name: '%s', data: '%s'}".formatted(name, Api.base64(TestPdfs.pages(1)));
    JsonNode created = Json.parse(ready.post("/fbonline/publication", body).body());
    return created.at("/createdSource/id").textValue();
  }

  private Path pdf(String source) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.endsWith(source + ".pdf")).findFirst().orElseThrow();
    }
  }

  private Path draft() throws IOException {
    return Files.createFile(folder.resolve("state.json." + UUID.randomUUID() + ".tmp"));
  }

  private Path file() {
    return folder.resolve("state.json");
  }

  private Emulator start() {
    return Emulator.start(EmulatorOptions.defaults().speed(0).state(file()));
  }
}
