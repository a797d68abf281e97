package io.github.flippingbookemulator.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** A reader that also records the line on which each property and element starts. */
final class LocatingJson5Reader extends Json5Reader {
  private final LineCounter counter;
  private final LineNumbers outside = new LineNumbers(1);
  private final Deque<LineNumbers> path = new ArrayDeque<>();

  LocatingJson5Reader(String text) {
    super(text);
    counter = new LineCounter(text);
    path.push(outside);
  }

  LocatedJson readWithLines() {
    JsonNode document = read();
    return new LocatedJson(document, outside.onlyChild());
  }

  @Override
  void started(@Nullable String name, int offset) {
    LineNumbers parent = path.element();
    int line = counter.lineAt(offset);
    path.push(name == null ? parent.addElement(line) : parent.addProperty(name, line));
  }

  @Override
  void ended() {
    path.pop();
  }
}
