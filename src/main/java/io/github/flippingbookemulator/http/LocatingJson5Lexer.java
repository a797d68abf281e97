package io.github.flippingbookemulator.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Notes, while a document is read, the line on which every property and element starts. */
final class LocatingJson5Lexer extends GuardedJson5Lexer {
  private final LineCounter counter;
  private final LineTree outside = new LineTree(1);
  private final Deque<LineTree> path = new ArrayDeque<>(List.of(outside));
  private @Nullable String name;
  private int nameLine;

  LocatingJson5Lexer(Json5Source source) {
    super(source);
    this.counter = new LineCounter(source.text());
  }

  /** The lines of what was read: the document is the one element outside of everything. */
  LineTree lines() {
    return outside.onlyChild();
  }

  @Override
  public String nextMemberName() {
    nameLine = counter.lineAt(source().offset());
    name = super.nextMemberName();
    return name;
  }

  @Override
  void enter() {
    LineTree outer = path.element();
    path.push(
        name == null
            ? outer.addElement(counter.lineAt(source().offset()))
            : outer.addProperty(name, nameLine));
    name = null;
  }

  @Override
  void leave() {
    path.pop();
  }
}
