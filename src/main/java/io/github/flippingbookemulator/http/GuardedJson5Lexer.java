package io.github.flippingbookemulator.http;

import de.marhali.json5.Json5Element;
import de.marhali.json5.config.DuplicateKeyStrategy;
import de.marhali.json5.config.Json5Options;
import de.marhali.json5.stream.Json5Lexer;
import de.marhali.json5.stream.Json5Parser;

/** The lexer of json5-java with the limits of the strict reader and with own scalars. */
class GuardedJson5Lexer extends Json5Lexer {
  private static final Json5Options OPTIONS =
      Json5Options.builder()
          .duplicateKeyStrategy(DuplicateKeyStrategy.LAST_WINS)
          // The strict reader takes half of a surrogate pair in an escape as well.
          .allowInvalidSurrogates()
          .build();

  private final Json5Source source;
  private int depth;

  GuardedJson5Lexer(Json5Source source) {
    super(source, OPTIONS);
    this.source = source;
    // Else the parser looks for trailing data behind every empty container, even inside others.
    this.root = false;
  }

  final Json5Source source() {
    return source;
  }

  @Override
  public String nextMemberName() {
    int start = source.offset();
    String name = super.nextMemberName();
    if (name.length() > StrictJson.MAX_NAME) {
      throw source.unreadable(start, "Name of more than " + StrictJson.MAX_NAME + " characters");
    }
    return name;
  }

  /** Enters containers without the detour over super, since every call less is a level more. */
  @Override
  public final Json5Element nextValue() {
    char first = nextClean();
    if (first == 0) {
      throw source.unexpected();
    }
    enter();
    Json5Element value =
        switch (first) {
          case '{' -> {
            deepen();
            yield Json5Parser.parseObject(this);
          }
          case '[' -> {
            deepen();
            yield Json5Parser.parseArray(this);
          }
          case '"', '\'' -> {
            back();
            yield super.nextValue();
          }
          default -> scalar(first);
        };
    if (first == '{' || first == '[') {
      depth--;
    }
    leave();
    return value;
  }

  /** Called when the first character of a value has been read, before the rest is. */
  void enter() {}

  /** Called when the value that was entered last has been read. */
  void leave() {}

  private void deepen() {
    if (depth == StrictJson.MAX_DEPTH) {
      throw source.unreadable(
          source.offset(), "Nesting deeper than " + StrictJson.MAX_DEPTH + " levels");
    }
    depth++;
    back();
  }

  private Json5Element scalar(char first) {
    if (!Json5Source.inWord(first)) {
      throw source.unexpected();
    }
    int start = source.offset();
    String word = source.word(Json5Scalars.MAX_LENGTH);
    Json5Element value = Json5Scalars.read(word);
    if (value == null) {
      throw source.unreadable(start, Json5Scalars.complaint(word));
    }
    return value;
  }
}
