package io.github.flippingbookemulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.account.Folder;
import io.github.flippingbookemulator.testkit.Api;
import io.github.flippingbookemulator.testkit.Api.Reply;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The request bodies that the gateway accepts, tested up to the feature. */
class RequestBodyTest {
  private static final String LIST = "/fbonline/publication";

  @AutoClose
  private final Emulator emulator =
      Emulator.start(EmulatorOptions.defaults().rateLimit(RateLimit.OFF));

  private final Api api = new Api(emulator);

  @BeforeEach
  void haveAFolder() {
    emulator.accounts().defaultAccount().folders(List.of(new Folder("7", "Spring")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\": \"Grüße 😀\"}",
        "{'name': 'Grüße 😀'}",
        "{name: 'Grüße 😀'}",
        "{NAME: 'Grüße 😀',}",
        "{/* the name */ name: 'Grüße 😀' // ends here\n}",
        "{\"n\\u0061me\": \"Gr\\u00fc\\u00dfe \\ud83d\\ude00\"}",
        "  \n {name: 'Grüße 😀'} \n ",
        "{name: 'first', name: 'Grüße 😀'}",
        "{name: 'Grüße 😀', unknown: {deep: [1, {}]}, accessToken: 'x', $ref: 1}"
      })
  void relaxed_json_reaches_the_feature(String body) {
    assertThat(nameAfter(body.getBytes(StandardCharsets.UTF_8))).isEqualTo("Grüße 😀");
  }

  @Test
  void a_byte_order_mark_is_skipped() {
    assertThat(nameAfter("\uFEFF{\"name\": \"x\"}".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("x");
    assertThat(nameAfter("\uFEFF{name: 'x'}".getBytes(StandardCharsets.UTF_8))).isEqualTo("x");
    assertThat(nameAfter("\uFEFF".getBytes(StandardCharsets.UTF_8))).isEqualTo("Untitled");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t", "{}"})
  void an_empty_body_is_an_empty_object(String body) {
    assertThat(nameAfter(body.getBytes(StandardCharsets.UTF_8))).isEqualTo("Untitled");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain; charset=ISO-8859-1",
        "application/json; charset=UTF-16",
        "application/xml",
        "nonsense",
        "application/json; charset=no-such-charset",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        ""
      })
  void the_content_type_does_not_matter(String contentType) {
    Reply created =
        api.send(
                api.request(LIST)
                    .header("Content-Type", contentType)
                    .header("Accept", "text/html")
                    .header("Accept-Charset", "ISO-8859-1")
                    .header("Accept-Encoding", "gzip, br")
                    .POST(BodyPublishers.ofString("{name: 'Grüße'}")))
            .ok();

    assertThat(nameOf(created)).isEqualTo("Grüße");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{", "{name}", "name=x", "<xml/>", "{name: 'x'", "{name: 'x'} {}", "{a: 1 b: 2}"})
  void what_is_no_json_is_invalid_data(String body) {
    api.post(LIST, body).refused(400, "InvalidData");
  }

  @Test
  void bytes_that_are_not_utf_8_are_invalid_data() throws Exception {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.write("{\"name\": \"".getBytes(StandardCharsets.US_ASCII));
    body.write("Grüße".getBytes(StandardCharsets.ISO_8859_1));
    body.write("\"}".getBytes(StandardCharsets.US_ASCII));

    api.send(api.request(LIST).POST(BodyPublishers.ofByteArray(body.toByteArray())))
        .refused(400, "InvalidData");
    api.send(
            api.request(LIST)
                .POST(BodyPublishers.ofString("{\"name\": \"x\"}", StandardCharsets.UTF_16)))
        .refused(400, "InvalidData");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "[{name: 'x'}]", "5", "'text'", "true", "null"})
  void json_that_is_no_object_is_the_wrong_format(String body) {
    assertThat(api.post(LIST, body).refused(500, "InternalError")).contains("object");
    assertThat(api.get(LIST).at("/total").intValue()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "folder, 7, 7",
    "folder, '\"7\"', 7",
    "FOLDER, '\"7\"', 7",
    "folder, 7.0, 7",
    "folder, 7e0, 7",
    "folder, 0x7, 7",
    "folder, null, "
  })
  void the_id_of_a_folder_may_be_a_number(String property, String value, String expected) {
    Reply created = api.post(LIST, "{%s: %s}".formatted(property, value)).ok();

    JsonNode folder = api.get(LIST + "/" + created.text("/id")).at("/publication/folder");
    assertThat(folder.textValue()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"7.5", "true", "[7]", "{}", "NaN", "Infinity", "1e400", "99999999999"})
  void what_is_neither_a_string_nor_a_whole_number_is_the_wrong_format(String value) {
    assertThat(api.post(LIST, "{folder: %s}".formatted(value)).refused(500, "InternalError"))
        .startsWith("folder: ");
  }

  @ParameterizedTest
  @CsvSource({
    "true, true",
    "'\"true\"', true",
    "'\"TRUE\"', true",
    "false, false",
    "'\"false\"', false",
    "'\"False\"', false"
  })
  void a_boolean_may_stand_in_a_string(String value, boolean expected) {
    String id = api.post(LIST, "{}").text("/id");

    Reply reply = api.post(LIST + "/" + id + "/customize", "{hardcover: " + value + "}").ok();

    assertThat(reply.at("/publication/customizationOptions/hardcoverEnabled").booleanValue())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "0", "'yes'", "''", "[]", "{}"})
  void what_is_no_boolean_is_the_wrong_format(String value) {
    String id = api.post(LIST, "{}").text("/id");

    assertThat(
            api.post(LIST + "/" + id + "/customize", "{hardCover: " + value + "}")
                .refused(500, "InternalError"))
        .containsIgnoringCase("hardCover");
  }

  @Test
  void half_a_surrogate_pair_comes_back_as_it_was_and_breaks_no_list() {
    api.post(LIST, "{\"name\": \"half \\ud83d of it\"}").ok();

    assertThat(api.get(LIST).ok().text("/publications/0/name")).isEqualTo("half \ud83d of it");
  }

  @Test
  void unknown_query_parameters_are_ignored() {
    api.get("/auth/me?count=x&offset=-1&unknown=%20&&=&a=b=c").ok();
    api.get(LIST + "?unknown=1&Count=x").ok();
  }

  @Test
  void a_body_where_none_is_due_does_no_harm() {
    api.send(api.request(LIST).method("GET", BodyPublishers.ofString("{{{"))).ok();
    api.send(api.request(LIST).method("GET", BodyPublishers.ofString(" ".repeat(1_048_577))))
        .refused(413, "RequestTooLarge");
  }

  private String nameAfter(byte[] body) {
    return nameOf(api.send(api.request(LIST).POST(BodyPublishers.ofByteArray(body))).ok());
  }

  private String nameOf(Reply created) {
    return api.get(LIST + "/" + created.text("/id")).ok().text("/publication/name");
  }
}
