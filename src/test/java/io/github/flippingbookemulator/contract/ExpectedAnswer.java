package io.github.flippingbookemulator.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the document says about the responses of an operation with one status.
 *
 * @param mediaType the exact value of {@code Content-Type}
 * @param schema what the body must satisfy, null for a body that is not structured data
 */
record ExpectedAnswer(String mediaType, @Nullable Schema schema) {
  private static final int SHOWN_VALUE_CHARACTERS = 80;

  /** Returns where the body breaks the schema, each with JSON pointer, rule and value found. */
  List<String> breaches(JsonNode body) {
    if (schema == null) {
      return List.of();
    }
    List<String> breaches = new ArrayList<>();
    for (Error error : schema.validate(body)) {
      breaches.add(describe(error, body));
    }
    if (ErrorEnvelope.isError(body)) {
      breaches.addAll(ErrorEnvelope.contradictions(body));
    }
    return breaches;
  }

  private static String describe(Error error, JsonNode body) {
    String pointer = error.getInstanceLocation().toString();
    String found = body.at(pointer).toString();
    if (found.length() > SHOWN_VALUE_CHARACTERS) {
      found = found.substring(0, SHOWN_VALUE_CHARACTERS) + " (cut)";
    }
    return "%s: %s, found %s (%s)"
        .formatted(
            pointer.isEmpty() ? "/" : pointer,
            error.getMessage(),
            found,
            error.getSchemaLocation().getFragment());
  }
}
