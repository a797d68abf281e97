package io.github.flippingbookemulator.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Checks of the error envelope that a schema cannot express, because they compare two values. */
final class ErrorEnvelope {
  private static final String CODE = "wellKnownError";
  private static final String MESSAGE = "message";

  private ErrorEnvelope() {}

  static boolean isError(JsonNode body) {
    JsonNode success = body.path("success");
    return success.isBoolean() && !success.booleanValue();
  }

  static String code(JsonNode body) {
    return body.path(CODE).asText();
  }

  /** Returns where the fields at the top and those of the reasons differ. */
  static List<String> contradictions(JsonNode body) {
    List<String> contradictions = new ArrayList<>();
    JsonNode error = body.path("error");
    if (error.isTextual()) {
      compare(body.path(CODE), error, "/error", contradictions);
    }
    if (error.isObject()) {
      compare(body.path(CODE), error.path(CODE), "/error/" + CODE, contradictions);
      compare(body.path(MESSAGE), error.path(MESSAGE), "/error/" + MESSAGE, contradictions);
    }
    for (JsonNode reason : body.path("errors")) {
      compare(body.path(CODE), reason.path(CODE), "/errors/*/" + CODE, contradictions);
    }
    return contradictions;
  }

  private static void compare(JsonNode top, JsonNode inner, String pointer, List<String> into) {
    if (!top.equals(inner)) {
      into.add("%s: %s expected as at the top, found %s".formatted(pointer, top, inner));
    }
  }
}
