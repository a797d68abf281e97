package io.github.flippingbookemulator.trigger;

import static io.github.flippingbookemulator.testkit.LinkClient.LINKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.testkit.Api;
import io.github.flippingbookemulator.testkit.Json;
import io.github.flippingbookemulator.testkit.TestEmulator;
import io.github.flippingbookemulator.trigger.InboxControl.Message;
import io.github.flippingbookemulator.trigger.InboxControl.Reaction;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The webhook receivers that the emulator brings along. */
class InboxTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @AutoClose private final Emulator emulator = Emulator.start(TestEmulator.IMMEDIATE);
  private final Api api = new Api(emulator);

  @Test
  void what_is_posted_is_kept_in_order_and_can_be_read_and_cleared_over_http() throws Exception {
    InboxControl inbox = emulator.inbox("mine");
    assertThat(inbox).isSameAs(emulator.inbox("mine"));
    assertThat(post(inbox, "{\"é\": 1}").statusCode()).isEqualTo(200);
    post(inbox, "not json");

    assertThat(inbox.messages())
        .containsExactly(
            new Message(emulator.clock().now(), "application/json", "{\"é\": 1}"),
            new Message(emulator.clock().now(), "application/json", "not json"));
    HttpResponse<String> read = call(inbox, "GET");
    assertThat(read.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(Json.parse(read.body()))
        .isEqualTo(
            Json.parse(
                """
                {"url": "%2$s", "messages": [
                  {"at": "%1$s", "contentType": "application/json", "body": "{\\"é\\": 1}"},
                  {"at": "%1$s", "contentType": "application/json", "body": "not json"}]}
                """
                    .formatted(emulator.clock().now(), inbox.url())));
    assertThat(Json.parse(call(inbox, "DELETE").body()))
        .isEqualTo(Json.parse("{\"success\": true}"));
    assertThat(inbox.messages()).isEmpty();
    assertThat(Json.parse(call(inbox, "GET").body()).at("/messages")).isEmpty();
  }

  @Test
  void a_test_waits_for_deliveries_but_not_for_ever() throws Exception {
    InboxControl inbox = emulator.inbox("a");
    post(inbox, "1");

    assertThat(inbox.await(1)).hasSize(1);
    assertThatThrownBy(() -> inbox.await(2, Duration.ofMillis(20)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("0.02 s")
        .hasMessageContaining("2");
  }

  @Test
  void reactions_are_used_up_one_a_delivery() throws Exception {
    InboxControl inbox = emulator.inbox("a");
    inbox.react(2, new Reaction.Status(503));
    inbox.react(1, new Reaction.HangUp());
    inbox.react(1, new Reaction.Slow(Duration.ofMillis(150)));
    inbox.react(1, new Reaction.Status(204));
    inbox.react(1, new Reaction.Status(304));

    assertThat(post(inbox, "1").statusCode()).isEqualTo(503);
    assertThat(post(inbox, "2").statusCode()).isEqualTo(503);
    assertThatThrownBy(() -> post(inbox, "3")).isInstanceOf(IOException.class);
    var slow = CLIENT.sendAsync(request(inbox, "4"), BodyHandlers.ofString());
    assertThatThrownBy(() -> slow.get(100, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
    assertThat(slow.join().statusCode()).isEqualTo(200);
    assertThat(post(inbox, "5").statusCode()).isEqualTo(204);
    assertThat(post(inbox, "6").statusCode()).isEqualTo(304);
    assertThat(post(inbox, "7").statusCode()).isEqualTo(200);
    assertThat(inbox.messages())
        .extracting(Message::body)
        .containsOnlyOnce("1", "2", "4", "5", "7");
  }

  @Test
  void clearing_forgets_what_was_decided() throws Exception {
    InboxControl inbox = emulator.inbox("a");
    inbox.react(1, new Reaction.Status(500));
    inbox.clear();

    assertThat(post(inbox, "1").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a-1", "Mine", "ORDER_created", "_", "0"})
  void a_name_has_letters_digits_dashes_and_underscores(String name) throws Exception {
    InboxControl inbox = emulator.inbox(name);
    assertThat(inbox.url()).hasPath("/_emulator/inbox/" + name);

    assertThat(post(inbox, "1").statusCode()).isEqualTo(200);

    assertThat(inbox.messages()).hasSize(1);
    assertThat(Json.parse(call(inbox, "GET").body()).at("/messages")).hasSize(1);
  }

  @Test
  void names_are_case_sensitive() throws Exception {
    post(emulator.inbox("Mine"), "1");

    assertThat(emulator.inbox("mine").messages()).isEmpty();
    assertThat(emulator.inbox("Mine").messages()).hasSize(1);
  }

  @Test
  void other_names_are_refused_in_words() throws Exception {
    for (String name : List.of("", "a.b", "a b", "é", "a".repeat(101))) {
      assertThatThrownBy(() -> emulator.inbox(name))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("up to 100 letters, digits, dashes and underscores");
    }
    HttpResponse<String> refused =
        CLIENT.send(
            HttpRequest.newBuilder(emulator.uri().resolve("/_emulator/inbox/a.b"))
                .POST(BodyPublishers.noBody())
                .build(),
            BodyHandlers.ofString());
    assertThat(refused.statusCode()).isEqualTo(404);
    assertThat(refused.body()).contains("up to 100 letters, digits, dashes and underscores");
  }

  @Test
  void no_more_reactions_are_planned_than_can_be_kept() {
    InboxControl inbox = emulator.inbox("a");
    inbox.react(InboxControl.MOST_REACTIONS, new Reaction.Status(500));

    assertThatThrownBy(() -> inbox.react(1, new Reaction.Status(500)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not 1 more after 100000");
    inbox.clear();
    inbox.react(1, new Reaction.Status(500));
  }

  @Test
  void the_control_plane_is_not_in_the_journal() throws Exception {
    InboxControl inbox = emulator.inbox("a");
    post(inbox, "1");
    call(inbox, "GET");
    api.send(api.rawRequest("/_emulator/health"));
    api.send(api.rawRequest("/_emulator/nothing?a=1"));
    api.get(LINKS).ok();
    api.send(api.rawRequest("/_emulators"));

    assertThat(emulator.journal().requests())
        .extracting(request -> request.path())
        .containsExactly("/api/v1" + LINKS, "/_emulators");
  }

  @Test
  void a_reset_empties_all() throws Exception {
    InboxControl inbox = emulator.inbox("a");
    post(inbox, "1");
    emulator.reset();

    assertThat(emulator.inbox("a").messages()).isEmpty();
    post(inbox, "2");
    assertThat(emulator.inbox("a").messages()).hasSize(1);
    assertThat(inbox.messages()).hasSize(1);
  }

  private static HttpResponse<String> post(InboxControl inbox, String body) throws Exception {
    return CLIENT.send(request(inbox, body), BodyHandlers.ofString());
  }

  private static HttpRequest request(InboxControl inbox, String body) {
    return HttpRequest.newBuilder(inbox.url())
        .header("Content-Type", "application/json")
        .timeout(Duration.ofSeconds(10))
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private static HttpResponse<String> call(InboxControl inbox, String method) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(inbox.url()).method(method, BodyPublishers.noBody()).build(),
        BodyHandlers.ofString());
  }
}
