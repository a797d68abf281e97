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
 * A snapshot as a version of long ago wrote it, from {@link RichState}; some of it written by hand.
 * The file is not to be changed: whoever changes the format makes another one.
 */
final class GoldenFile {
  static final String TEXT = read();
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

  private static String read() {
    try (InputStream in = GoldenFile.class.getResourceAsStream("format-1.json")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
