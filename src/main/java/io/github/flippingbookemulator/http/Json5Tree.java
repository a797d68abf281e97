package io.github.flippingbookemulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.marhali.json5.Json5Array;
import de.marhali.json5.Json5Element;
import de.marhali.json5.Json5Object;
import de.marhali.json5.Json5Primitive;
import java.math.BigInteger;
import java.util.Map;

/** Turns what json5-java read into the tree that the strict reader would have made of it. */
final class Json5Tree {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Json5Tree() {}

  /** Recurses, which is safe: the lexer has bounded the depth. */
  static JsonNode toJackson(Json5Element element) {
    if (element instanceof Json5Object object) {
      ObjectNode node = NODES.objectNode();
      for (Map.Entry<String, Json5Element> entry : object.entrySet()) {
        node.set(entry.getKey(), toJackson(entry.getValue()));
      }
      return node;
    }
    if (element instanceof Json5Array array) {
      ArrayNode node = NODES.arrayNode(array.size());
      for (Json5Element item : array) {
        node.add(toJackson(item));
      }
      return node;
    }
    return element instanceof Json5Primitive primitive ? scalar(primitive) : NODES.nullNode();
  }

  private static JsonNode scalar(Json5Primitive primitive) {
    if (primitive.isBoolean()) {
      return NODES.booleanNode(primitive.getAsBoolean());
    }
    if (primitive.isNumber()) {
      Number number = primitive.getAsNumber();
      return number instanceof BigInteger whole ? whole(whole) : NODES.numberNode((double) number);
    }
    return NODES.textNode(primitive.getAsString());
  }

  /** As the strict reader does: the smallest type that holds the number exactly. */
  private static JsonNode whole(BigInteger number) {
    if (number.bitLength() < Integer.SIZE) {
      return NODES.numberNode(number.intValue());
    }
    return number.bitLength() < Long.SIZE
        ? NODES.numberNode(number.longValue())
        : NODES.numberNode(number);
  }
}
