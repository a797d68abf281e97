package io.github.flippingbookemulator.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.control.ControlCalls;
import io.github.flippingbookemulator.internal.control.Timeline;
import io.github.flippingbookemulator.journal.JournalEntry.Exchanged;
import io.github.flippingbookemulator.testkit.Api;
import io.github.flippingbookemulator.testkit.PublicationClient;
import io.github.flippingbookemulator.testkit.RawHttp;
import io.github.flippingbookemulator.testkit.TestEmulator;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What the journal keeps of what calls sent and got. */
class RecordedCallsTest {
  @AutoClose private final Emulator emulator = Emulator.start(TestEmulator.IMMEDIATE);
  private final Api api = new Api(emulator);
  private final PublicationClient publications = new PublicationClient(emulator);

  @Test
  void a_call_is_kept_with_headers_and_bodies_but_without_its_key() {
    api.post("/fbonline/publication", "{name: 'Spring'}");

    Exchanged exchange = exchanges().get(0);
    assertThat(exchange.requestHeaders())
        .containsEntry("Authorization", "Bearer ***")
        .containsKey("User-Agent");
    assertThat(exchange.requestBody()).isEqualTo("{name: 'Spring'}");
    assertThat(exchange.responseType()).isEqualTo("application/json");
    assertThat(exchange.responseBody()).startsWith("{\"success\":true,\"id\"");
  }

  @Test
  void keys_and_tokens_are_masked_in_bodies_however_they_are_written() {
    String second = api.post("/auth/key", "{}").ok().text("/key");
    api.get("/auth/key").ok();
    postWithoutKey("{accessToken: '" + token() + "'}");
    postWithoutKey("{ 'AccessToken' : \"" + token() + "\"}");
    postWithoutKey("{'access\\u0054oken': '" + token() + "'}");
    api.send(api.rawRequest("/myaccesstoken").GET());

    assertThat(exchanges().toString())
        .doesNotContain(second)
        .doesNotContain(token())
        .doesNotContain(emulator.apiKey())
        .contains("\"key\":\"***\"")
        .contains("{accessToken: '***'}")
        .contains("{ 'AccessToken' : \"***\"}");
  }

  @Test
  void the_key_of_a_caller_and_known_tokens_are_masked_wherever_they_stand() throws Exception {
    for (String secret : List.of(emulator.apiKey(), token(), "a-wrong-key")) {
      String caller = secret.equals(token()) ? emulator.apiKey() : secret;
      String encoded = secret.replace("-", "%2D");
      for (String path : List.of("/fbonline/publication", "/fbonline/" + secret)) {
        api.send(
            api.rawRequest("/api/v1" + path + "?a=" + secret + "&b=" + encoded)
                .header("Authorization", "Bearer " + caller)
                .header("X-Trace", secret)
                .POST(BodyPublishers.ofString("{name: 'My " + secret + "', c: " + secret + "}")));
      }
    }
    api.post("/fbonline/publication", "{name: 'My " + token() + "'}").ok();
    StringBuilder said = new StringBuilder();
    said.append(emulator.journal().requests());
    said.append(ControlCalls.get(emulator, "/_emulator/journal").text());
    said.append(Timeline.of(emulator).brief(100)).append(Timeline.of(emulator).full());
    try (RawHttp stream = new RawHttp(emulator.uri())) {
      stream.send("GET /_emulator/events HTTP/1.1\r\nHost: localhost\r\nLast-Event-ID: 0\r\n\r\n");
      said.append(stream.receiveUntil("{name: 'My ***'}\"")); // the last call
    }

    assertThat(said.toString())
        .contains("?a=***&b=***", "X-Trace: ***", "name: 'My ***'")
        .doesNotContain(emulator.apiKey(), token(), "a-wrong-key", "%2D");
  }

  @Test
  void of_a_long_body_the_beginning_is_kept_and_of_a_file_its_length() {
    String id = publications.publish("x".repeat(20_000));
    String root = api.get("/fbonline/publication/" + id).text("/publication/contentRoot");
    api.follow("GET", root + "pages/1.jpg");

    Exchanged upload = exchanges().get(0);
    assertThat(upload.requestBody()).startsWith("{name: 'xxx").endsWith(" bytes in all)");
    assertThat(upload.requestBody().length()).isLessThan(17_000);
    Exchanged picture = exchanges().get(exchanges().size() - 1);
    assertThat(picture.responseBody()).matches("\\(\\d+ bytes of image/jpeg\\)");
  }

  private void postWithoutKey(String body) {
    api.send(api.rawRequest("/api/v1/auth/key").POST(BodyPublishers.ofString(body))).ok();
  }

  private String token() {
    return emulator.accounts().defaultAccount().accessToken();
  }

  private List<Exchanged> exchanges() {
    return emulator.journal().requests().stream()
        .map(JournalEntry.Request::exchange)
        .flatMap(Stream::ofNullable)
        .toList();
  }
}
