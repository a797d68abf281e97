package io.github.flippingbookemulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.flippingbookemulator.journal.LogFormat;
import io.github.flippingbookemulator.journal.LogLevel;
import io.github.flippingbookemulator.testkit.EmulatorProcess;
import io.github.flippingbookemulator.testkit.EmulatorProcess.Ready;
import io.github.flippingbookemulator.testkit.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the log of a process says of requests, and what it does not. */
class RequestLogTest {
  @TempDir Path folder;

  @Test
  void each_request_is_a_line_without_keys_and_tokens() throws Exception {
    List<String> lines = logOf("--log=requests");

    assertThat(lines).hasSize(4);
    assertThat(lines.get(0))
        .matches(
            "\\d\\d:\\d\\d:\\d\\d\\.\\d{3} INFO GET /api/v1/auth/me 200 \\d+\\.\\d+ ms account=1");
    assertThat(lines.get(1))
        .contains(
            " INFO GET /api/v1/fbonline/publication?offset=x%0Ay&accessToken=***&apiKey=*** 500 ")
        .contains(" code=InternalError message=offset: received 'x\\ny'; ");
    assertThat(lines.get(2)).contains(" POST /api/v1/auth/key?accessToken=*** 401 ");
    assertThat(lines.get(3)).contains(" GET /_emulator/health 200 ");
    assertThat(String.join("\n", lines)).doesNotContain("emulator-key", "emulator-token", "guess");
  }

  @Test
  void in_json_a_line_is_an_object_with_real_time_and_the_emulators() throws Exception {
    List<JsonNode> lines =
        logOf("--log=requests", "--log-format=json", "--speed=0").stream()
            .map(Json::parse)
            .toList();

    assertThat(lines).hasSize(4);
    JsonNode refused = lines.get(1);
    assertThat(refused.get("level").textValue()).isEqualTo("INFO");
    assertThat(refused.get("status").intValue()).isEqualTo(500);
    assertThat(refused.get("method").textValue()).isEqualTo("GET");
    assertThat(refused.get("message").textValue()).contains("'x\ny'");
    assertThat(refused.get("account").intValue()).isEqualTo(1);
    assertThat(Instant.parse(refused.get("time").textValue()))
        .isAfter(Instant.parse(refused.get("clock").textValue()));
    assertThat(lines.toString()).doesNotContain("emulator-key", "emulator-token", "guess");
  }

  @Test
  void otherwise_requests_are_not_logged() throws Exception {
    assertThat(logOf()).isEmpty();
    assertThat(logOf("--log=quiet", "--log-format=json")).isEmpty();
  }

  @Test
  void a_quiet_log_has_faults_only() throws Exception {
    List<String> command =
        List.of("-cp", System.getProperty("java.class.path"), QuietProcess.class.getName());
    try (EmulatorProcess process = EmulatorProcess.start(folder, command)) {
      List<String> lines = process.ended().errors();

      assertThat(lines.get(0)).endsWith(" SEVERE A fault\\u001b of Bearer ***");
      assertThat(lines.get(1)).startsWith("  java.lang.IllegalStateException: key: ***");
      assertThat(lines.subList(1, lines.size()))
          .isNotEmpty()
          .allSatisfy(line -> assertThat(line).startsWith("  "));
    }
  }

  private List<String> logOf(String... flags) throws Exception {
    String[] all = new String[flags.length + 1];
    all[0] = "--port=0";
    System.arraycopy(flags, 0, all, 1, flags.length);
    try (EmulatorProcess process = EmulatorProcess.main(folder, all)) {
      Ready ready = process.ready();
      ready.get("/auth/me");
      ready.get(
          "/fbonline/publication?offset=x%0Ay&accessToken=emulator-token&apiKey=emulator-key");
      HttpClient client = HttpClient.newHttpClient();
      client.send(
          HttpRequest.newBuilder(URI.create(ready.api() + "/auth/key?access%54oken=guess"))
              .POST(BodyPublishers.noBody())
              .build(),
          BodyHandlers.discarding());
      client.send(
          HttpRequest.newBuilder(ready.api().resolve("/_emulator/health")).build(),
          BodyHandlers.discarding());
      process.end();
      return process.ended().errors();
    }
  }

  /** A process that logs, quietly. */
  static final class QuietProcess {
    private QuietProcess() {}

    public static void main(String[] arguments) {
      ProcessLog.takeOver();
      ProcessLog.use(LogLevel.QUIET, LogFormat.TEXT);
      System.getLogger("a").log(System.Logger.Level.WARNING, "A thing is not right");
      System.getLogger("a")
          .log(
              System.Logger.Level.ERROR,
              "A fault\u001b of Bearer abc",
              new IllegalStateException("key: abc\n00:00:00.000 INFO a fake line"));
    }
  }
}
