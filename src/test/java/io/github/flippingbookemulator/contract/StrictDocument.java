package io.github.flippingbookemulator.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/**
 * Makes the served document as strict as the emulator is. What is served is for people and for
 * generators of clients, which must accept what the vendor adds, and trip over some rules.
 */
final class StrictDocument {
  private static final String SCHEMAS = "#/components/schemas/";

  private StrictDocument() {}

  /** Returns the document with the rules of {@code openapi-strict.yaml}. */
  static JsonNode of(JsonNode served) {
    ObjectNode strict = served.deepCopy();
    merge(strict, rules());
    closeAnswers(strict);
    return strict;
  }

  private static JsonNode rules() {
    try (InputStream yaml =
        Objects.requireNonNull(StrictDocument.class.getResourceAsStream("openapi-strict.yaml"))) {
      return Body.read("application/yaml", yaml.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void merge(ObjectNode into, JsonNode rules) {
    for (var rule : rules.properties()) {
      if (into.get(rule.getKey()) instanceof ObjectNode below && rule.getValue().isObject()) {
        merge(below, rule.getValue());
      } else {
        into.set(rule.getKey(), rule.getValue());
      }
    }
  }

  /** Answers have no properties but those that are named, unless a schema says otherwise. */
  private static void closeAnswers(ObjectNode document) {
    Deque<JsonNode> waiting = new ArrayDeque<>();
    waiting.add(document.at("/components/responses"));
    Set<String> seen = new HashSet<>();
    while (!waiting.isEmpty()) {
      for (String reference : waiting.remove().findValuesAsText("$ref")) {
        if (reference.startsWith(SCHEMAS) && seen.add(reference)) {
          JsonNode schema = document.at(reference.substring(1));
          waiting.add(schema);
          boolean refinesAnother = schema.has("$ref") || schema.has("oneOf");
          if (schema.has("properties") && !refinesAnother && !schema.has("additionalProperties")) {
            ((ObjectNode) schema).put("additionalProperties", false);
          }
        }
      }
    }
  }
}
