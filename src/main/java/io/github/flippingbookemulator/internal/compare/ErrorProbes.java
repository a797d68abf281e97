package io.github.flippingbookemulator.internal.compare;

import static io.github.flippingbookemulator.internal.compare.Probe.reads;
import static io.github.flippingbookemulator.internal.compare.Steps.PUBLICATIONS;
import static io.github.flippingbookemulator.internal.compare.Steps.UNKNOWN;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.flippingbookemulator.internal.fidelity.Statement;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Calls that are refused, or that would change what does not exist: nothing changes. */
final class ErrorProbes {
  private static final String ME = "/auth/me";
  private static final String NOBODY = PUBLICATIONS + "/" + UNKNOWN;
  private static final String WRONG_KEY = "0123456789abcdef0123456789abcdef";

  private ErrorProbes() {}

  static List<Probe> all() {
    return List.of(
        header("", Statement.AUTH_NO_HEADER),
        header("Basic YTpi", Statement.AUTH_OTHER_SCHEME),
        header("Bearer " + WRONG_KEY, Statement.AUTH_UNKNOWN_KEY),
        header("Bearer ", Statement.AUTH_EMPTY_BEARER),
        reads("GET /auth/me", ErrorProbes::scheme, Statement.AUTH_SCHEME_ANY_CASE),
        reads(
            "GET /auth/key",
            ErrorProbes::tokens,
            Statement.AUTH_WRONG_ACCESS_TOKEN,
            Statement.AUTH_HEADER_BEFORE_TOKEN),
        request("GET /auth/me", ApiRequest.get("/auth/me/"), Statement.GENERAL_TRAILING_SLASH),
        request("GET /auth/me", ApiRequest.get("/auth/%6De"), Statement.GENERAL_PATH_ESCAPES),
        request("GET /auth/me", ApiRequest.of("HEAD", ME), Statement.GENERAL_HEAD),
        request("GET /auth/me", ApiRequest.of("OPTIONS", ME), Statement.GENERAL_OPTIONS),
        request("any", ApiRequest.get("/fbonline/no-such-call"), Statement.ERRORS_UNKNOWN_ENDPOINT),
        request(
            "any",
            ApiRequest.get("/fbonline/no-such-call").authorization(""),
            Statement.GENERAL_ORDER_OF_CHECKS),
        request(
            "GET /fbonline/publication/{id}",
            ApiRequest.get(PUBLICATIONS + "/ABCDEF"),
            Statement.PUBLICATION_ID_CHARACTERS),
        reads(
            "GET /fbonline/publication/{id}",
            ErrorProbes::notFound,
            Statement.ERRORS_OBJECT_NOT_FOUND,
            Statement.GENERAL_CONTENT_TYPE),
        reads("GET /fbonline/publication/{id}", ErrorProbes::form, Statement.ERRORS_GENERAL_FORM),
        body("{\"name\":", Statement.ERRORS_BROKEN_BODY),
        body("", Statement.GENERAL_EMPTY_BODY),
        body("\uFEFF{}", Statement.GENERAL_BYTE_ORDER_MARK),
        body("{name: 'a'}", Statement.GENERAL_RELAXED_JSON),
        body("{/* a comment */ \"name\": \"a\",}", Statement.GENERAL_JSON5),
        body(" ".repeat((1 << 20) + 1), Statement.ERRORS_REQUEST_TOO_LARGE));
  }

  private static Probe header(String authorization, Statement statement) {
    return request("GET /auth/me", ApiRequest.get(ME).authorization(authorization), statement);
  }

  private static Probe request(String call, ApiRequest request, Statement statement) {
    return reads(
        call,
        steps -> {
          Reply reply = steps.send(request);
          // These have no body, or may have one that is not of the API.
          boolean bare = request.method().equals("HEAD") || request.method().equals("OPTIONS");
          steps.observe(statement, bare ? Map.of("status", reply.status()) : reply.error());
        },
        statement);
  }

  /**
   * A change of a publication that does not exist: what was accepted as a body is {@code
   * ObjectNotFound}, whatever its status.
   */
  private static Probe body(String body, Statement statement) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return reads(
        "POST /fbonline/publication/{id}",
        steps -> {
          Reply reply = steps.send(ApiRequest.of("POST", NOBODY).body(bytes));
          boolean read = reply.code().equals("ObjectNotFound");
          steps.observe(statement, read ? "the body was read" : reply.error());
        },
        statement);
  }

  private static void scheme(Steps steps) {
    steps.observe(
        Statement.AUTH_SCHEME_ANY_CASE,
        steps.send(ApiRequest.get(ME).authorization("bEARER " + steps.key())).error());
  }

  private static void tokens(Steps steps) {
    String path = "/auth/key?accessToken=no-such-token";
    steps.observe(
        Statement.AUTH_WRONG_ACCESS_TOKEN,
        steps.send(ApiRequest.get(path).authorization("")).error());
    steps.observe(Statement.AUTH_HEADER_BEFORE_TOKEN, steps.get(path).error());
    steps.observe(
        Statement.AUTH_HEADER_BEFORE_TOKEN,
        steps.send(ApiRequest.get(path).authorization("Bearer " + WRONG_KEY)).error());
  }

  private static void notFound(Steps steps) {
    Reply reply = steps.get(NOBODY);
    steps.observe(Statement.ERRORS_OBJECT_NOT_FOUND, reply.error());
    steps.observe(Statement.GENERAL_CONTENT_TYPE, reply.contentType());
    steps.observe(Statement.GENERAL_CONTENT_TYPE, steps.get(ME).contentType());
  }

  private static void form(Steps steps) {
    JsonNode json = steps.get(NOBODY).json();
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("success", json.path("success").asText("left out"));
    for (String property : List.of("error", "wellKnownError", "message")) {
      form.put(property, json.path(property).getNodeType().toString().toLowerCase(Locale.ROOT));
    }
    JsonNode error = json.path("error");
    if (error.isObject()) {
      List<String> names = new ArrayList<>();
      error.fieldNames().forEachRemaining(names::add);
      form.put("in error", names.stream().sorted().toList());
    }
    steps.observe(Statement.ERRORS_GENERAL_FORM, form);
  }
}
