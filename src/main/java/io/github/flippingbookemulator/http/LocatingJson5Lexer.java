package io.github.flippingbookemulator.http;

import de.marhali.json5.Json5Element;
import org.jspecify.annotations.Nullable;

/** Notes, while a document is read, the line on which every property and element starts. */
final class LocatingJson5Lexer extends GuardedJson5Lexer {
  private final LineCounter counter;
  private final LineTree outside = new LineTree(1);
  private LineTree parent = outside;
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
  public Json5Element nextValue() {
    if (nextClean() != 0) {
      back();
    }
    LineTree outer = parent;
    parent =
        name == null
            ? outer.addElement(counter.lineAt(source().offset()))
            : outer.addProperty(name, nameLine);
    name = null;
    Json5Element value = super.nextValue();
    parent = outer;
    return value;
  }
}
