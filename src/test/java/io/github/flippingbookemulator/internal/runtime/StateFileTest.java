package io.github.flippingbookemulator.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.control.ControlCalls;
import io.github.flippingbookemulator.control.ControlCalls.Said;
import io.github.flippingbookemulator.internal.source.pdf.TestPdfs;
import io.github.flippingbookemulator.testkit.Api;
import io.github.flippingbookemulator.testkit.EmulatorProcess;
import io.github.flippingbookemulator.testkit.EmulatorProcess.Ended;
import io.github.flippingbookemulator.testkit.EmulatorProcess.Ready;
import io.github.flippingbookemulator.testkit.ExpectedLog;
import io.github.flippingbookemulator.testkit.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
  @ExpectedLog("The state is lost")
  void a_state_that_cannot_be_written_is_an_error_of_the_demand_and_the_file_stays()
      throws IOException {
    Path kept = Files.createDirectory(folder.resolve("kept"));
    try (Emulator emulator =
        Emulator.start(EmulatorOptions.defaults().state(kept.resolve("state.json")))) {
      Files.delete(kept);

      assertThatExceptionOfType(UncheckedIOException.class)
          .isThrownBy(emulator::saveState)
          .withMessageContaining("state.json");
    }
  }

  @Test
  void a_broken_file_is_refused_and_stays_as_it_is() throws IOException {
    for (String broken : List.of("", "{", "{\"some\": \"thing else\"}")) {
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

  private Path file() {
    return folder.resolve("state.json");
  }

  private Emulator start() {
    return Emulator.start(EmulatorOptions.defaults().speed(0).state(file()));
  }
}
