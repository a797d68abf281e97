package io.github.flippingbookemulator.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.flippingbookemulator.contract.OpenApiContract;
import io.github.flippingbookemulator.testkit.FuzzedServer;
import io.github.flippingbookemulator.testkit.RawHttp;
import io.github.flippingbookemulator.testkit.RawHttp.Response;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AutoClose;

/** Paths and queries. The first letter of an input chooses the method, outside the API only GET. */
class QueryFuzzTest {
  private static final String API = "/api/v1/";
  private static final List<String> METHODS =
      List.of("GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH");

  @AutoClose private static final FuzzedServer server = new FuzzedServer(options -> options);

  @FuzzTest(maxDuration = "20s")
  @DictionaryFile(resourcePath = "http.dict")
  void every_path_gets_an_answer_of_the_contract(byte[] input) throws IOException {
    if (input.length == 0) {
      return;
    }
    String target = target(new String(input, 1, input.length - 1, ISO_8859_1));
    if (target.toLowerCase(Locale.ROOT).matches("/_emulator/.*(event|%).*")) {
      return; // a stream does not end
    }
    boolean api = target.startsWith(API);
    String method = api ? METHODS.get(Math.floorMod(input[0] - 'a', METHODS.size())) : "GET";
    server.startAgain();

    Response answer = answer(method, target);

    String path = target.replaceFirst("\\?.*", "");
    boolean fragment = target.contains("#"); // no request target has one, so there is no such path
    if (api
        && !fragment
        && path.matches("[\\w/.-]+")
        && !path.contains("//")
        && !method.equals("OPTIONS")) {
      OpenApiContract.check(
          method, path, answer.status(), answer.header("Content-Type", ""), answer.body());
    }
    if (!api) {
      assertThat(answer.status()).isLessThan(500);
    }
    server.requireWell(answer.status() >= 400 ? answer.text() : "");
  }

  private static String target(String text) {
    StringBuilder target = new StringBuilder();
    for (char c : server.named(text).toCharArray()) {
      target.append(c > ' ' && c < 0x7F ? String.valueOf(c) : "%%%02X".formatted((int) c));
    }
    return target.indexOf("/") == 0 ? target.toString() : API + target;
  }

  private static Response answer(String method, String target) throws IOException {
    try (RawHttp connection = new RawHttp(server.emulator().uri())) {
      connection.send(
          "%s %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer emulator-key\r\n"
                  .formatted(method, target)
              + "Content-Length: 0\r\nConnection: close\r\n\r\n");
      return method.equals("HEAD") ? connection.receiveHead() : connection.receive();
    }
  }
}
