package io.github.flippingbookemulator.internal.json;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.HashMap;
import java.util.Map;

/** The line numbers of a document, as a tree with the structure of the document. */
final class LineNumbers {
  private final int line;
  private final Map<String, LineNumbers> children = new HashMap<>();

  LineNumbers(int line) {
    this.line = line;
  }

  /**
   * Adds a property. It replaces one of the same name with its children: the last of equal names
   * wins.
   */
  LineNumbers addProperty(String name, int line) {
    LineNumbers child = new LineNumbers(line);
    children.put(name, child);
    return child;
  }

  LineNumbers addElement(int line) {
    return addProperty(Integer.toString(children.size()), line);
  }

  LineNumbers onlyChild() {
    return children.values().iterator().next();
  }

  /** Returns the line of the deepest part of the pointer that exists. */
  int lineAt(JsonPointer pointer) {
    LineNumbers found = this;
    for (JsonPointer rest = pointer; !rest.matches(); rest = rest.tail()) {
      LineNumbers child = found.children.get(rest.getMatchingProperty());
      if (child == null) {
        break;
      }
      found = child;
    }
    return found.line;
  }
}
