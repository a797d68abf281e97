package io.github.flippingbookemulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import de.marhali.json5.Json5Element;

/**
 * Reads a whole JSON5 document with json5-java behind guards.
 *
 * <p>On its own the library accepts garbage after a document, misreads numbers, needs seconds for
 * long ones and fails with whatever exception comes about. Hence the lexer with own scalars and
 * limits, the look behind the end, and the wide catch.
 */
final class Json5Document {
  private Json5Document() {}

  static JsonNode read(String text) {
    Json5Source source = Json5Source.of(text);
    return read(new GuardedJson5Lexer(source), source);
  }

  static LocatedJson readWithLines(String text) {
    Json5Source source = Json5Source.of(text);
    LocatingJson5Lexer lexer = new LocatingJson5Lexer(source);
    JsonNode document = read(lexer, source);
    return new LocatedJson(document, lexer.lines());
  }

  private static JsonNode read(GuardedJson5Lexer lexer, Json5Source source) {
    try {
      Json5Element document = lexer.nextValue();
      if (lexer.nextClean() != 0) {
        throw source.unexpected();
      }
      return Json5Tree.toJackson(document);
    } catch (UnreadableJson e) {
      throw e;
    } catch (StackOverflowError e) {
      throw source.unreadable(source.offset(), "Nesting too deep");
    } catch (RuntimeException e) {
      throw source.unexpected();
    }
  }
}
