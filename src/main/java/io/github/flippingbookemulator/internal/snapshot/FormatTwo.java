package io.github.flippingbookemulator.internal.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Turns a snapshot of format 2, in which ids of folders are numbers, into format 3, in which they
 * are strings. What does not fit is left as it is, so that the check of format 3 names it.
 */
final class FormatTwo {
  static final int NUMBER = 2;

  private FormatTwo() {}

  static ObjectNode upgrade(ObjectNode old) {
    ObjectNode json = old.deepCopy();
    json.put("format", SnapshotJson.FORMAT);
    for (JsonNode contents : json.path("accounts")) {
      for (JsonNode folder : contents.path("account").path("options").path("folders")) {
        toText(folder, "id");
      }
      for (JsonNode publication : contents.path("publications")) {
        toText(publication.path("details"), "folder");
      }
    }
    return json;
  }

  private static void toText(JsonNode json, String name) {
    if (json instanceof ObjectNode object && object.path(name).isIntegralNumber()) {
      object.put(name, object.get(name).asText());
    }
  }
}
