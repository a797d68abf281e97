package io.github.flippingbookemulator.internal.json;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * A document and the line on which each of its parts starts.
 *
 * <pre>{@code
 * LocatedJson config = RelaxedJson.parseWithLines(text);
 * if (!config.document().path("speed").isNumber()) {
 *   complain("line " + config.lineOf(JsonPointer.compile("/speed")) + ": speed must be a number");
 * }
 * }</pre>
 */
public final class LocatedJson {
  private final JsonNode document;
  private final LineNumbers lines;

  LocatedJson(JsonNode document, LineNumbers lines) {
    this.document = document;
    this.lines = lines;
  }

  /**
   * Returns the document.
   *
   * @return a node of any type
   */
  public JsonNode document() {
    return document;
  }

  /**
   * Returns the line on which a property or an element starts.
   *
   * @param pointer the property or element; a property starts at its name
   * @return the line, from 1; if the document has no such part, the line of the innermost existing
   *     part around it
   */
  public int lineOf(JsonPointer pointer) {
    return lines.lineAt(pointer);
  }
}
