package io.github.flippingbookemulator.snapshot;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Snapshots that earlier versions wrote, of {@link RichState} and some values written by hand. The
 * files are not to be changed: a new format gets a new file.
 */
final class GoldenFile {
  static final String FORMAT_1 = read("format-1.json");
  static final String FORMAT_2 = read("format-2.json");
  static final String TEXT = read("format-3.json");
  private static final ObjectMapper JSON = new ObjectMapper();

  private GoldenFile() {}

  static JsonNode tree() {
    return parse(TEXT);
  }

  /** The golden snapshot with another value at a JSON pointer; without a value if it is empty. */
  static String with(String pointer, String value) {
    JsonNode tree = tree();
    JsonPointer at = JsonPointer.compile(pointer);
    JsonNode parent = tree.at(at.head());
    String name = at.last().getMatchingProperty();
    if (parent instanceof ArrayNode list) {
      list.set(Integer.parseInt(name), parse(value));
    } else if (value.isEmpty()) {
      ((ObjectNode) parent).remove(name);
    } else {
      ((ObjectNode) parent).set(name, parse(value));
    }
    return tree.toString();
  }

  static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new AssertionError(json, e);
    }
  }

  private static String read(String name) {
    try (InputStream in = GoldenFile.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
