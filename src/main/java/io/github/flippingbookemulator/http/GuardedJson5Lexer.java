package io.github.flippingbookemulator.http;

import de.marhali.json5.Json5Element;
import de.marhali.json5.config.DuplicateKeyStrategy;
import de.marhali.json5.config.Json5Options;
import de.marhali.json5.stream.Json5Lexer;

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
  }

  final Json5Source source() {
    return source;
  }

  @Override
  public String nextMemberName() {
    int start = source.offset();
    String name = super.nextMemberName();
    if (name.length() > StrictJson.MAX_NAME) {
      throw source.unreadable(
          start, "A name of more than " + StrictJson.MAX_NAME + " characters starts");
    }
    return name;
  }

  @Override
  public Json5Element nextValue() {
    char first = nextClean();
    return switch (first) {
      case '{', '[' -> container();
      case '"', '\'' -> backed();
      default -> scalar(first);
    };
  }

  private Json5Element container() {
    if (depth == StrictJson.MAX_DEPTH) {
      throw source.unreadable(
          source.offset(), "Nesting goes deeper than " + StrictJson.MAX_DEPTH + " levels");
    }
    depth++;
    Json5Element container = backed();
    depth--;
    return container;
  }

  private Json5Element backed() {
    back();
    return super.nextValue();
  }

  private Json5Element scalar(char first) {
    if (first == 0 || !Json5Source.inWord(first)) {
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
