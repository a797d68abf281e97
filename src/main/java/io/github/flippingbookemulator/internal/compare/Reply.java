package io.github.flippingbookemulator.internal.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.flippingbookemulator.internal.json.RelaxedJson;
import io.github.flippingbookemulator.internal.json.UnreadableJson;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer of the API, of either side.
 *
 * @param status the HTTP status
 * @param contentType the header without its parameters; empty if there is none
 * @param body as received
 */
record Reply(int status, String contentType, byte[] body) {
  /** Reads the body; nothing at all, as after HEAD, reads as null. */
  JsonNode json() {
    if (body.length == 0) {
      return JsonNodeFactory.instance.nullNode();
    }
    try {
      JsonNode json = RelaxedJson.parse(body);
      if (json.isContainerNode()) {
        return json;
      }
    } catch (UnreadableJson e) {
      // Said below, since what the body is instead matters more than where it is wrong.
    }
    throw new NoAnswer(
        "answered %d with a body that is no JSON object%s"
            .formatted(status, contentType.isEmpty() ? "" : " (" + contentType + ")"));
  }

  boolean isSuccess() {
    return status / 100 == 2 && json().path("success").asBoolean(true);
  }

  /** The name of the error, in any of the forms that are documented. */
  String code() {
    JsonNode json;
    try {
      json = json();
    } catch (NoAnswer e) {
      return "no JSON, but " + (contentType.isEmpty() ? "something else" : contentType);
    }
    for (String place :
        new String[] {
          "/wellKnownError", "/error/wellKnownError", "/error", "/errors/0/wellKnownError"
        }) {
      String code = json.at(place).asText("");
      if (!code.isEmpty()) {
        return code;
      }
    }
    return isSuccess() ? "none" : "unnamed";
  }

  /** Status and name of an error, or that there was none. */
  Map<String, Object> error() {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("status", status);
    error.put("error", code());
    return error;
  }

  /** Returns the body of a success; anything else leaves the probe without a ground to stand on. */
  JsonNode ok(String what) {
    if (!isSuccess()) {
      throw new CannotTell("%s was answered %d %s".formatted(what, status, code()));
    }
    return json();
  }
}
