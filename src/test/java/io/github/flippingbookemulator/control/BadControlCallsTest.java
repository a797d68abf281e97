package io.github.flippingbookemulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.internal.source.pdf.TestPdfs;
import io.github.flippingbookemulator.testkit.Api;
import io.github.flippingbookemulator.testkit.Api.Reply;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** An error in a call gets a message, and never the status of an internal error. */
class BadControlCallsTest {
  private static final List<String> NO_OBJECTS =
      List.of("[]", "null", "3", "'x'", "{", "\u0000", "{a:", "[".repeat(5000));
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "-1",
          "0.5",
          "1e99",
          "1e400",
          "9223372036854775808",
          "'x'",
          "''",
          "[]",
          "{}",
          "[null]",
          "[{}]",
          "{type: 'x'}",
          "{type: 3}",
          "{type: 'delay', time: -1}",
          "'P1X'",
          "'PT9223372036854775807S'",
          "-9223372036854775808",
          "[1, 'x']",
          "'" + "a".repeat(3000) + "'");

  @AutoClose
  private static final Emulator emulator = Emulator.start(EmulatorOptions.defaults().speed(0));

  private static final Api api = new Api(emulator);
  private static JsonNode document;

  @BeforeAll
  static void readDocument() throws IOException {
    document =
        new YAMLMapper()
            .readTree(api.send(api.rawRequest("/_emulator/control-openapi.yaml")).bytes());
  }

  record Operation(String method, String path, List<String> properties) {}

  /** Returns all endpoints that take a JSON body, with the properties of the body. */
  static Stream<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    for (var path : document.path("paths").properties()) {
      for (String method : List.of("post", "put")) {
        JsonNode schema =
            path.getValue().path(method).at("/requestBody/content/application~1json/schema/$ref");
        boolean snapshot = path.getKey().endsWith("/snapshot"); // is parsed by other code
        if (schema.isTextual() && !snapshot) {
          List<String> properties = new ArrayList<>();
          document
              .at(schema.textValue().substring(1) + "/properties")
              .fieldNames()
              .forEachRemaining(properties::add);
          operations.add(new Operation(method.toUpperCase(Locale.ROOT), path.getKey(), properties));
        }
      }
    }
    assertThat(operations).hasSizeGreaterThan(35);
    return operations.stream();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void what_is_no_object_is_refused(Operation operation) {
    String path = existing(operation.path());
    for (String body : NO_OBJECTS) {
      assertThat(send(operation.method(), path, body).status()).as(body).isEqualTo(400);
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void an_unknown_property_is_named(Operation operation) {
    Reply reply = send(operation.method(), existing(operation.path()), "{colour: 1}");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.text("/message")).contains("'colour'");
    for (String property : operation.properties()) {
      assertThat(reply.text("/message")).contains(property);
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void no_value_of_any_property_breaks_the_emulator(Operation operation) {
    String path = existing(operation.path());
    Random random = new Random(7);
    for (String property : operation.properties()) {
      for (String value : VALUES) {
        ObjectNode others = new ObjectMapper().createObjectNode();
        for (String other : operation.properties()) {
          if (!other.equals(property) && random.nextBoolean()) {
            others.put(other, 1);
          }
        }
        String more =
            others.isEmpty() ? "" : ", " + others.toString().substring(1).replace("}", "");
        String body = "{" + property + ": " + value + more + "}";
        Reply reply = send(operation.method(), path, body);
        assertThat(reply.status()).as(body).isLessThan(500);
        if (reply.status() != 200) {
          assertThat(reply.text("/message")).as(body).doesNotContain("Exception", "com.fasterxml");
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PUT  | /clock                     | {}                               | 400 | speed: it is missing.
          PUT  | /clock                     | {speed: 'fast'}                  | 400 | speed: received 'fast'; accepted is a number.
          PUT  | /clock                     | {speed: -1}                      | 400 | -1
          POST | /clock/advance             | {by: 'tomorrow'}                 | 400 | by: received 'tomorrow'; accepted is a duration such as 'PT1H30M', or a number of seconds.
          POST | /clock/advance             | {by: -5}                         | 400 | -5
          PUT  | /conversions/pace          | {pace: 'PER_POLL'}               | 400 | pace: received 'PER_POLL'; accepted is one of timed, per-poll, immediate, manual.
          POST | /conversions/next/polls    | {polls: 1.5}                     | 400 | polls: received 1.5; accepted is a whole number
          POST | /conversions/next/polls    | {polls: '2'}                     | 400 | polls: received '2'; accepted is a whole number
          POST | /conversions/next/outcome  | {outcome: {type: 'lost'}}        | 400 | outcome.type: received 'lost'; accepted is one of failed, natural, refused, stuck.
          POST | /conversions/next/outcome  | {outcome: 3}                     | 400 | outcome: received 3; accepted is an object
          POST | /conversions/abc/finish    | {}                               | 404 | there is no source with the id 'abc'
          POST | /accounts                  | {folders: [{id: '1'}]}           | 400 | folders[0].name: it is missing.
          POST | /accounts                  | {folders: [{id: '', name: 'a'}]} | 400 | the id of a folder is not empty
          POST | /accounts                  | {folders: [{id: 1, name: 'a'}]}  | 400 | folders[0].id: received 1; accepted is a string.
          POST | /accounts                  | {folders: [{id: '1', name: null}]} | 400 | folders[0].name: received null; accepted is a string.
          POST | /accounts                  | {plan: {maxTriggers: -1}}        | 400 | a limit of the plan is 0 or more
          POST | /accounts/77/keys          | {}                               | 404 | 77
          POST | /accounts/one/keys         | {}                               | 404 | accountId is a number, unlike 'one'.
          POST | /faults                    | {fault: {type: 'proxyError', status: 200}} | 400 | fault: The status of an error is 400 to 599, not 200.
          POST | /faults                    | {fault: {type: 'cutAfter'}, calls: {times: 0}} | 400 | A fault applies to at least one call
          POST | /inbox/a/react             | {count: 1, reaction: {type: 'status', status: 99}} | 400 | reaction: The status of an answer is 200 to 599, not 99.
          POST | /inbox/a/await             | {count: 1, limit: 0}             | 409 | waited 0.0 s for 1 to arrive, but there are 0: []
          POST | /readers                   | {}                               | 400 | publication, link: one of the two is needed
          POST | /readers/abc/print         | {}                               | 404 | abc
          POST | /publications/abc/restore  | {}                               | 404 | abc
          PUT  | /snapshot                  | {}                               | 400 | This snapshot cannot be restored: it is no snapshot
          PUT  | /files                     | {}                               | 400 | url: the query names the address
          GET  | /journal?after=x           |                                  | 400 | after: received 'x'; accepted is a number from 0 up.
          GET  | /journal?wait=long         |                                  | 400 | wait: received 'long'; accepted is a duration
          GET  | /links?account=9           |                                  | 404 | 9
          """)
  void the_message_says_what_to_write(
      String method, String path, String body, int status, String message) {
    Reply reply = send(method, path, body == null ? "" : body);

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.at("/success").booleanValue()).isFalse();
    assertThat(reply.text("/message")).contains(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET    | /clok                     | did you mean 'GET /_emulator/clock'?
          GET    | /conversion               | did you mean 'GET /_emulator/conversions'?
          POST   | /clock                    | /_emulator/clock has GET, PUT, not POST.
          DELETE | /conversions/abc/finish   | has POST, not DELETE.
          PATCH  | /reset                    | has POST, not PATCH.
          GET    | /conversions/next/outcome | has POST, not GET.
          GET    | /some/thing/else/entirely | GET /_emulator lists all there is.
          """)
  void a_path_or_method_that_is_not_there_is_told_from_the_nearest(
      String method, String path, String message) {
    Reply reply = send(method, path, "");

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.text("/message")).contains(message);
  }

  @Test
  void what_a_plan_forbids_has_the_code_of_the_api() {
    for (int i = emulator.accounts().defaultAccount().apiKeys().size(); i < 10; i++) {
      assertThat(send("POST", "/accounts/1/keys", "").status()).isEqualTo(200);
    }
    Reply reply = send("POST", "/accounts/1/keys", "");

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.text("/code")).isEqualTo("KeyLimitExceeded");
  }

  /** Returns the path with ids of existing objects, so that the body of a call is read. */
  private static String existing(String template) {
    String publication =
        emulator.publications().all().isEmpty()
            ? api.publish(TestPdfs.pages(1))
            : emulator.publications().all().get(0).id();
    emulator.conversions().finishAll();
    send("POST", "/inbox/mine", "what a call that waits for one message finds");
    String hashId = emulator.publications().get(publication).hashId();
    String session = emulator.readers().open(hashId).session().id();
    return template
        .substring("/_emulator".length())
        .replace("{accountId}", "1")
        .replace("{sourceId}", emulator.conversions().of(publication).get(0).id())
        .replace("{publicationId}", publication)
        .replace("{sessionId}", session)
        .replace("{name}", "mine")
        .replaceAll("\\{\\w+}", "1");
  }

  private static Reply send(String method, String path, String body) {
    return api.send(
        api.rawRequest("/_emulator" + path).method(method, BodyPublishers.ofString(body)));
  }

  @Test
  void a_path_that_only_resembles_an_endpoint_is_not_told_that_its_method_is_missing() {
    assertThat(ControlCalls.get(emulator, "/_emulator/openapiXyaml").message())
        .startsWith("There is no GET /_emulator/openapiXyaml, did you mean");
    assertThat(ControlCalls.get(emulator, "/_emulator/settle").message())
        .isEqualTo("/_emulator/settle has POST, not GET.");
  }
}
