package io.github.flippingbookemulator.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.flippingbookemulator.contract.OpenApiContract;
import io.github.flippingbookemulator.testkit.FuzzedServer;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AutoClose;

/** Bodies of all calls that have one. The first letter of an input chooses the call. */
class JsonBodyFuzzTest {
  private static final String API = "/api/v1/fbonline/";
  private static final String CONTROL = "/_emulator/";

  private static final List<String> CALLS =
      List.of(
          "POST " + API + "publication",
          "POST " + API + "publication/{publication}",
          "POST " + API + "publication/{publication}/customize",
          "POST " + API + "publication/{publication}/source",
          "POST " + API + "publication/{publication}/trigger",
          "POST " + API + "tracked_links",
          "PUT " + API + "tracked_links/{link}",
          "POST " + API + "triggers",
          "POST " + API + "triggers/{trigger}",
          "POST " + API + "webhook",
          "POST /api/v1/auth/key",
          "POST " + CONTROL + "accounts",
          "PUT " + CONTROL + "accounts/1/plan",
          "PUT " + CONTROL + "accounts/1/domains",
          "PUT " + CONTROL + "accounts/1/folders",
          "PUT " + CONTROL + "clock",
          "POST " + CONTROL + "clock/advance",
          "PUT " + CONTROL + "conversions/pace",
          "POST " + CONTROL + "conversions/next/outcome",
          "POST " + CONTROL + "faults",
          "POST " + CONTROL + "readers",
          "PUT " + CONTROL + "readers/lead-form/{publication}");

  @AutoClose private static final FuzzedServer server = new FuzzedServer(options -> options);

  @FuzzTest(maxDuration = "20s")
  @DictionaryFile(resourcePath = "json.dict")
  void every_body_gets_an_answer_of_the_contract(byte[] input) {
    if (input.length == 0) {
      return;
    }
    server.startAgain();
    String[] call = CALLS.get(Math.floorMod(input[0] - 'a', CALLS.size())).split(" ");
    byte[] body = server.named(new String(input, 1, input.length - 1, UTF_8)).getBytes(UTF_8);
    // What is not UTF-8 goes as it is.
    byte[] plain = Arrays.copyOfRange(input, 1, input.length);
    byte[] sent = new String(plain, UTF_8).contains("\ufffd") ? plain : body;

    HttpResponse<byte[]> answer =
        server.send(
            HttpRequest.newBuilder(server.emulator().uri().resolve(server.named(call[1])))
                .header("Authorization", "Bearer emulator-key")
                .method(call[0], BodyPublishers.ofByteArray(sent)));

    OpenApiContract.check(answer);
    if (call[1].startsWith(CONTROL)) {
      assertThat(answer.statusCode()).isLessThan(500);
    }
    String text = new String(answer.body(), UTF_8);
    server.requireWell(answer.statusCode() == 500 ? text : "");
  }
}
