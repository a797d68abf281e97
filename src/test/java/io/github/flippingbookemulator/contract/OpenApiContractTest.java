package io.github.flippingbookemulator.contract;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.assertj.core.api.AbstractThrowableAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The harness accepts correct responses and rejects wrong ones, with a message that says where. */
class OpenApiContractTest {
  private static final String KEYS = "/api/v1/auth/key";
  private static final String PUBLICATIONS = "/api/v1/fbonline/publication";
  private static final String PUBLICATION = PUBLICATIONS + "/76ae48cf12604e7ea95e82611b686398";
  private static final String SOURCE = PUBLICATION + "/source/0123456789abcdef0123456789abcdef";

  @Test
  void right_answers_pass() {
    accepts("GET", KEYS, 200, "{'success':true,'keys':['a','b']}");
    accepts("POST", KEYS, 200, "{'success':true,'key':'a'}");
    accepts("DELETE", KEYS, 200, "{'success':true}");
    accepts("GET", "/myaccesstoken", 200, "{'AccessToken':'t'}");
    accepts("GET", "/_emulator/health", 200, "{'status':'up'}");
    accepts("GET", PUBLICATION, 200, "{'success':true,'publication':" + publication() + "}");
    accepts(
        "GET",
        PUBLICATIONS,
        200,
        "{'success':true,'total':1,'publications':[" + publication() + "]}");
    accepts(
        "GET",
        "/api/v1/fbonline/folders",
        200,
        "{'success':true,'folders':[{'id':'1','name':'Home'}]}");
  }

  @Test
  void the_owner_of_a_key_may_carry_more_than_is_documented() {
    accepts(
        "GET",
        "/api/v1/auth/me",
        200,
        "{'success':true,'id':1,'email':'a@example.com','plan':'any'}");
  }

  @Test
  void one_trailing_slash_is_the_same_operation_and_two_are_none() {
    accepts("GET", KEYS + "/", 200, "{'success':true,'keys':[]}");
    refuses("GET", KEYS + "//", 200, "{'success':true,'keys':[]}").hasMessageContaining("status:");
  }

  @Test
  void an_extra_property_is_refused() {
    refuses("GET", KEYS, 200, "{'success':true,'keys':[],'count':0}")
        .hasMessageContaining("GET /api/v1/auth/key answered 200")
        .hasMessageContaining("property 'count' is not defined");
  }

  @Test
  void an_extra_property_deep_inside_is_refused() {
    String wrong = publication().replace("'theme':", "'skin':'x','theme':");
    refuses("GET", PUBLICATION, 200, "{'success':true,'publication':" + wrong + "}")
        .hasMessageContaining("/publication/customizationOptions")
        .hasMessageContaining("'skin'");
  }

  @Test
  void a_missing_property_is_refused() {
    refuses("GET", KEYS, 200, "{'success':true}").hasMessageContaining("'keys'");
  }

  @Test
  void a_wrong_type_is_refused_with_pointer_and_value() {
    refuses("GET", KEYS, 200, "{'success':true,'keys':['a',17]}")
        .hasMessageContaining("/keys/1: integer found, string expected, found 17");
  }

  @Test
  void null_is_refused_for_an_optional_property_without_a_value() {
    String wrong = publication().replace("'name':", "'description':null,'name':");
    refuses("GET", PUBLICATION, 200, "{'success':true,'publication':" + wrong + "}")
        .hasMessageContaining("/publication/description");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'id':'76ae48cf12604e7ea95e82611b686398' | 'id':'76AE48CF12604E7EA95E82611B686398' | /id",
        "'hashId':'123456789'                    | 'hashId':'12345678'                      |"
            + " /hashId",
        "Published, CompletedAllStages           | Published,CompletedAllStages             |"
            + " /state",
        "'folder':null                           | 'folder':1                               |"
            + " /folder",
        "17.766032Z                              | 17.766032+00:00                          |"
            + " /modificationTime",
        "'rel':'self'                            | 'rel':'me'                               |"
            + " /links/0/rel",
        "/cover600.jpg                           | /cover.jpg                               |"
            + " /cover",
      })
  void a_wrong_value_in_a_publication_is_refused(String right, String wrong, String pointer) {
    String broken = publication().replace(right, wrong);
    refuses("GET", PUBLICATION, 200, "{'success':true,'publication':" + broken + "}")
        .hasMessageContaining("/publication" + pointer + ":");
  }

  @Test
  void a_source_shows_stage_and_both_progresses_while_converting_and_else_none_of_them() {
    accepts("GET", SOURCE, 200, source("CompletedAllStages", ""));
    accepts(
        "GET",
        SOURCE,
        200,
        source("Queued", "'stage':'Preview','Progress':'0.5','progress':'0.5',"));
    accepts("GET", SOURCE, 200, source("Completed", "'stage':'L1','Progress':'7','progress':'7',"));

    refuses("GET", SOURCE, 200, source("Completed", "'stage':'L1','progress':'7',"))
        .hasMessageContaining("'Progress'");
    refuses(
            "GET",
            SOURCE,
            200,
            source("Completed", "'stage':'L1','Progress':'0.5','progress':'1',"))
        .hasMessageContaining("/source/Progress");
    refuses(
            "GET",
            SOURCE,
            200,
            source("Queued", "'stage':'Preview','Progress':'2','progress':'1',"))
        .hasMessageContaining("/source/Progress");
    refuses(
            "GET",
            SOURCE,
            200,
            source("CompletedAllStages", "'stage':'L1','Progress':'7','progress':'7',"))
        .hasMessageContaining("/source/stage");
  }

  @Test
  void an_undocumented_status_is_refused() {
    refuses("GET", KEYS, 201, "{'success':true,'keys':[]}")
        .hasMessageContaining("status: GET /api/v1/auth/key has [200, 400, 401,");
  }

  @Test
  void html_is_refused() {
    refuses("GET", KEYS, 200, "text/html", "<html></html>")
        .hasMessageContaining("exactly 'application/json' expected, 'text/html' found");
    refuses("GET", KEYS, 200, "<html></html>").hasMessageContaining("body: no application/json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json;charset=utf-8", "Application/Json", ""})
  void any_other_spelling_of_the_content_type_is_refused(String contentType) {
    refuses("DELETE", KEYS, 200, contentType, "{'success':true}")
        .hasMessageContaining("Content-Type");
  }

  @Test
  void no_content_type_is_refused() {
    refuses("DELETE", KEYS, 200, null, "{'success':true}").hasMessageContaining("Content-Type");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "null", "[]", "{'success':true} x", "{'success':true,'success':true}"})
  void a_body_that_is_not_one_strict_object_is_refused(String body) {
    refuses("DELETE", KEYS, 200, body);
  }

  @Test
  void a_body_that_is_not_utf_8_is_refused() {
    byte[] latin1 = "{\"success\":true,\"key\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> OpenApiContract.check("POST", KEYS, 200, "application/json", latin1))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("UTF-8");
  }

  @Test
  void the_three_forms_of_an_error_pass() {
    accepts("GET", PUBLICATION, 404, error("ObjectNotFound"));
    accepts("GET", PUBLICATION, 404, flatError("ObjectNotFound"));
    accepts(
        "GET",
        PUBLICATIONS,
        500,
        "{'success':false,'wellKnownError':'InternalError','message':'m','errors':["
            + reason("InternalError", "m")
            + ","
            + reason("InternalError", "n")
            + "]}");
  }

  @Test
  void error_and_errors_together_are_refused() {
    String both =
        error("InternalError")
            .replace(
                "'error':",
                "'errors':["
                    + reason("InternalError", "m")
                    + ","
                    + reason("InternalError", "n")
                    + "],'error':");
    refuses("GET", PUBLICATIONS, 500, both).hasMessageContaining("property 'errors'");
  }

  @Test
  void an_error_that_contradicts_itself_is_refused() {
    refuses("GET", PUBLICATION, 404, error("ObjectNotFound").replaceFirst("'m'", "'other'"))
        .hasMessageContaining("/error/message: \"other\" expected as at the top");
    refuses(
            "GET",
            KEYS,
            401,
            error("NoAuthorizationHeader")
                .replaceFirst("NoAuthorizationHeader", "BadAuthorizationType"))
        .hasMessageContaining("/error/wellKnownError: \"BadAuthorizationType\" expected");
    refuses(
            "GET",
            PUBLICATIONS,
            500,
            flatError("InternalError").replace("'error':'InternalError'", "'error':'InvalidData'"))
        .hasMessageContaining("/error: \"InternalError\" expected as at the top");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/v1/fbonline/folders, 403, KeyLimitExceeded",
    "GET, /api/v1/fbonline/folders, 404, ObjectNotFound",
    "GET, /api/v1/fbonline/folders, 401, InvalidApiKey",
    "GET, /api/v1/fbonline/publication/a, 404, NotFound",
    "POST, /api/v1/fbonline/publication, 500, Unknown"
  })
  void a_code_that_the_operation_does_not_have_under_that_status_is_refused(
      String method, String path, int status, String code) {
    refuses(method, path, status, error(code)).hasMessageContaining("/wellKnownError");
  }

  @Test
  void success_under_an_error_status_is_refused() {
    refuses("GET", PUBLICATION, 404, "{'success':true,'publication':" + publication() + "}");
  }

  @Test
  void application_errors_pass_under_200_where_the_operation_has_them() {
    accepts("GET", PUBLICATION, 200, error("ObjectNotFound"));
    accepts("GET", PUBLICATION, 200, flatError("ObjectNotFound"));
    accepts("POST", KEYS, 200, error("KeyLimitExceeded"));

    refuses("GET", KEYS, 200, error("KeyLimitExceeded")).hasMessageContaining("/wellKnownError");
    refuses("GET", PUBLICATION, 200, error("ObjectNotFound").replace("'m'", "7"))
        .hasMessageContaining("/message");
    refuses("GET", "/myaccesstoken", 200, error("ObjectNotFound"))
        .hasMessageContaining("/wellKnownError");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"InvalidApiKey", "InternalError", "NotFound", "FeatureNotAvailable", "Unknown"})
  void all_other_errors_are_refused_under_200(String code) {
    refuses("POST", PUBLICATIONS, 200, error(code))
        .hasMessageContaining("under status 200 the only errors are");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /",
    "GET, /api/v1",
    "GET, /api/v1/auth/keys",
    "GET, /api/v1/Auth/Key",
    "PATCH, /api/v1/auth/key",
    "OPTIONS, /api/v1/auth/key",
    "GET, /api/v1/fbonline/publication/76AE48CF",
    "DELETE, /api/v1/fbonline/publication/a/source/b",
    "GET, /content/1/cover600.jpg"
  })
  void what_is_no_operation_answers_404_not_found(String method, String path) {
    accepts(method, path, 404, error("NotFound"));
    refuses(method, path, 404, error("ObjectNotFound")).hasMessageContaining("/wellKnownError");
    refuses(method, path, 404, "text/html", "<html></html>").hasMessageContaining("Content-Type");
    refuses(method, path, 404, "Not found").hasMessageContaining("body:");
    refuses(method, path, 405, error("NotFound")).hasMessageContaining("no operation");
    refuses(method, path, 200, "{'success':true}").hasMessageContaining("no operation");
  }

  @Test
  void head_is_no_operation_and_has_no_body_to_read() {
    accepts("HEAD", KEYS, 404, "");
    refuses("HEAD", KEYS, 200, "").hasMessageContaining("no operation");
  }

  @Test
  void a_picture_is_held_to_its_type_and_signature() {
    String picture = "/content/123456789/pages/12.jpg";
    byte[] jpeg = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0};
    assertThatCode(() -> OpenApiContract.check("GET", picture, 200, "image/jpeg", jpeg))
        .doesNotThrowAnyException();
    accepts("GET", picture, 404, error("ObjectNotFound"));

    refuses("GET", picture, 200, "image/jpeg", "GIF89a").hasMessageContaining("JPEG");
    refuses("GET", picture, 200, error("ObjectNotFound")).hasMessageContaining("Content-Type");
  }

  @Test
  void the_document_passes_as_an_answer() {
    String path = "/_emulator/openapi.yaml";
    byte[] yaml = OpenApiDocument.bytes();
    assertThatCode(() -> OpenApiContract.check("GET", path, 200, "application/yaml", yaml))
        .doesNotThrowAnyException();
    refuses("GET", path, 200, "application/yaml", "openapi: 3.0.0")
        .hasMessageContaining("/openapi");
  }

  private static void accepts(String method, String path, int status, String body) {
    assertThatCode(
            () -> OpenApiContract.check(method, path, status, "application/json", json(body)))
        .doesNotThrowAnyException();
  }

  private static AbstractThrowableAssert<?, ?> refuses(
      String method, String path, int status, String body) {
    return refuses(method, path, status, "application/json", body);
  }

  private static AbstractThrowableAssert<?, ?> refuses(
      String method, String path, int status, @Nullable String contentType, String body) {
    return assertThatThrownBy(
            () -> OpenApiContract.check(method, path, status, contentType, json(body)))
        .isInstanceOf(AssertionError.class);
  }

  /**
   * Replaces single quotes by double quotes, because a text with single quotes is easier to read.
   */
  private static byte[] json(String text) {
    return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }

  private static String reason(String code, String message) {
    return "{'wellKnownError':'%1$s','errorCode':'%1$s','message':'%2$s'}".formatted(code, message);
  }

  private static String error(String code) {
    return "{'success':false,'wellKnownError':'%s','message':'m','error':%s}"
        .formatted(code, reason(code, "m"));
  }

  private static String flatError(String code) {
    return "{'success':false,'wellKnownError':'%1$s','message':'m','error':'%1$s'}".formatted(code);
  }

  private static String source(String state, String progress) {
    return """
    {'success':true,'source':{'id':'0123456789abcdef0123456789abcdef',
     'publicationId':'76ae48cf12604e7ea95e82611b686398',%s
     'links':[{'rel':'self','type':'GET','href':'http://localhost/api'}],'state':'%s'}}
    """
        .formatted(progress, state);
  }

  static String publication() {
    return """
    {'id':'76ae48cf12604e7ea95e82611b686398','hashId':'123456789','name':'n',
     'links':[{'rel':'self','type':'GET','href':'http://localhost:8080/api/v1/fbonline/publication/1'}],
     'state':'HasContent, Published, CompletedAllStages','seoEnabled':false,'ownerHashId':'1',
     'contentRoot':'http://localhost:8080/content/123456789/',
     'cover':'http://localhost:8080/content/123456789/cover600.jpg',
     'canonicalLink':'http://localhost:8080/view/123456789/','totalPages':3,
     'domain':'online.flippingbook.com','folder':null,
     'creationTime':'2024-06-03T21:01:16.000000Z','modificationTime':'2024-06-03T21:01:17.766032Z',
     'isDemoPublication':false,
     'customizationOptions':{'password':'','hardcoverEnabled':false,'companyLogoEnabled':false,
      'companyLogoUrl':'','rtlEnabled':false,'theme':'gray'}}
    """;
  }
}
