package io.github.flippingbookemulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.internal.source.pdf.TestPdfs;
import io.github.flippingbookemulator.testkit.EmulatorProcess;
import io.github.flippingbookemulator.testkit.EmulatorProcess.Ended;
import io.github.flippingbookemulator.testkit.EmulatorProcess.Ready;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class MainProcessTest {
  /** What a process that ended by SIGTERM has for an exit code. */
  private static final int TERMINATED = 128 + 15;

  @TempDir Path folder;

  @Test
  void one_line_says_where_to_call_and_with_which_key() throws Exception {
    try (EmulatorProcess process = EmulatorProcess.main(folder, "--port=0", "--api-key=my-key")) {
      Ready ready = process.ready();
      assertThat(ready.key()).isEqualTo("my-key");
      assertThat(ready.get("/auth/me").body()).contains("\"success\":true");

      process.end();
      assertThat(process.ended()).isEqualTo(new Ended(TERMINATED, List.of(), List.of()));
    }
  }

  @Test
  void settings_come_from_the_file_too() throws Exception {
    Files.writeString(
        folder.resolve("emulator.json5"), "{port: 0, accounts: [{email: 'ann@example.com'}]}");
    try (EmulatorProcess process = EmulatorProcess.main(folder, "--config=emulator.json5")) {
      assertThat(process.ready().get("/auth/me").body()).contains("ann@example.com");
    }
  }

  @Test
  void it_ends_at_once_on_sigterm_and_takes_its_files_along() throws Exception {
    try (EmulatorProcess process = EmulatorProcess.main(folder, "--port=0", "--pace=immediate")) {
      Ready ready = process.ready();
      String pdf = Base64.getEncoder().encodeToString(TestPdfs.pages(3));
      String answer = ready.post("/fbonline/publication", "{\"data\":\"" + pdf + "\"}").body();
      assertThat(answer).contains("createdSource");
      assertThat(temporaryFiles()).as("a folder with the source").hasSizeGreaterThan(1);

      process.end();
      assertThat(temporaryFiles()).isEmpty();
      assertThat(process.ended().errors()).isEmpty();
    }
  }

  @Test
  void it_ends_while_a_client_waits_for_the_rate_limit() throws Exception {
    String[] slow = {"--port=0", "--speed=0.001", "--max-waiting=1"};
    try (EmulatorProcess process = EmulatorProcess.main(folder, slow)) {
      Ready ready = process.ready();
      HttpClient client = HttpClient.newHttpClient();
      // Ten are answered, one waits for a thousand seconds, and the one after it is refused.
      var refused = new CompletableFuture<Integer>();
      for (int i = 0; i < 12; i++) {
        ready
            .begin(client, "/auth/me")
            .thenAccept(
                answer -> {
                  if (answer.statusCode() != 200) {
                    refused.complete(answer.statusCode());
                  }
                });
      }
      assertThat(refused.get()).isEqualTo(429);

      process.end();
      assertThat(process.ended()).isEqualTo(new Ended(TERMINATED, List.of(), List.of()));
    }
  }

  @Test
  void a_port_in_use_is_one_line_and_exit_code_2() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Ended ended = run("--port=" + taken.getLocalPort());
      assertThat(ended.exitCode()).isEqualTo(2);
      assertThat(ended.output()).isEmpty();
      assertThat(ended.errors())
          .singleElement()
          .asString()
          .startsWith(
              "Cannot listen on 127.0.0.1:" + taken.getLocalPort() + " (Address already in use)");
    }
  }

  @Test
  void a_host_that_does_not_exist_is_one_line_and_exit_code_2() throws Exception {
    Ended ended = run("--port=0", "--host=not a host");
    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.errors())
        .containsExactly("--host must be a host name or an IP address, not 'not a host'");
  }

  @Test
  void a_bad_flag_is_one_line_and_exit_code_2() throws Exception {
    assertThat(run("--port=0", "--spede=1"))
        .isEqualTo(
            new Ended(2, List.of(), List.of("unknown option '--spede', did you mean '--speed'?")));
  }

  @Test
  void a_key_that_two_accounts_would_share_is_one_line_and_exit_code_2() throws Exception {
    Files.writeString(folder.resolve("a.json5"), "{accounts: [{}, {apiKeys: ['shared']}]}");
    assertThat(run("--port=0", "--config=a.json5", "--api-key=shared"))
        .isEqualTo(new Ended(2, List.of(), List.of("the API key 'shared' is another account's")));
  }

  @Test
  void a_wrong_file_is_one_line_with_its_place_and_exit_code_2() throws Exception {
    Files.writeString(folder.resolve("emulator.json5"), "{\n  port: 0,\n  speed: 'fast'\n}");
    assertThat(run("--config=emulator.json5"))
        .isEqualTo(
            new Ended(
                2,
                List.of(),
                List.of("emulator.json5, line 3: speed must be a number from 0 up, not 'fast'")));
  }

  @Test
  void listening_for_other_machines_gets_a_warning() throws Exception {
    try (EmulatorProcess process = EmulatorProcess.main(folder, "--port=0", "--host=0.0.0.0")) {
      assertThat(process.ready().api().getHost()).isEqualTo("127.0.0.1");
      process.end();
      assertThat(process.ended().errors())
          .containsExactly(
              "Warning: listening on 0.0.0.0, where other machines may call the emulator and"
                  + " control it");
    }
  }

  @Test
  void help_is_printed_and_nothing_starts() throws Exception {
    Ended ended = run("--help");
    assertThat(ended.exitCode()).isZero();
    assertThat(ended.output()).startsWith("Usage: java -jar flippingbook-emulator.jar [OPTION]...");
    assertThat(ended.errors()).isEmpty();
  }

  @Test
  void the_version_of_a_build_without_a_jar_is_called_so() throws Exception {
    assertThat(run("--version"))
        .isEqualTo(new Ended(0, List.of("flippingbook-emulator (development build)"), List.of()));
  }

  @Test
  void the_log_has_one_line_a_message_on_standard_error() throws Exception {
    List<String> command =
        List.of("-cp", System.getProperty("java.class.path"), LoggingProcess.class.getName());
    try (EmulatorProcess process = EmulatorProcess.start(folder, command)) {
      assertThat(process.ended().errors())
          .singleElement()
          .asString()
          .matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{3} WARNING A thing is not right");
    }
  }

  private Ended run(String... arguments) throws IOException, InterruptedException {
    try (EmulatorProcess process = EmulatorProcess.main(folder, arguments)) {
      return process.ended();
    }
  }

  private List<Path> temporaryFiles() throws IOException {
    try (var files = Files.walk(folder.resolve("tmp"))) {
      return files.filter(file -> file.toString().contains("flippingbook-emulator-")).toList();
    }
  }

  /** A process that only logs. */
  static final class LoggingProcess {
    private LoggingProcess() {}

    public static void main(String[] arguments) {
      ProcessLog.takeOver();
      System.getLogger("a").log(System.Logger.Level.DEBUG, "Nobody needs to know");
      System.getLogger("a").log(System.Logger.Level.WARNING, "A thing is not right");
    }
  }
}
