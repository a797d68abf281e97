package io.github.flippingbookemulator.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.marhali.json5.config.Json5Options;
import de.marhali.json5.stream.Json5Lexer;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON5 document into a tree of the same nodes as the strict reader makes.
 *
 * <p>The lexer of json5-java reads blanks, names and strings, the complicated parts of JSON5. It
 * does not read the numbers, since it misreads some and needs seconds for long ones. The library's
 * parser is not used, because it is recursive: the free stack would limit the depth of a document.
 * This class keeps the open objects and arrays on a stack of its own.
 */
class Json5Reader {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  // The strict reader, too, accepts half of a surrogate pair in an escape.
  private static final Json5Options OPTIONS =
      Json5Options.builder().allowInvalidSurrogates().build();

  private final Json5Source source;
  private final Json5Lexer lexer;
  private final Deque<ContainerNode<?>> open = new ArrayDeque<>();

  /** Whether a value has just ended, so that a comma or the end of its container must follow. */
  private boolean ended;

  Json5Reader(String text) {
    source = Json5Source.of(text);
    lexer = new Json5Lexer(source, OPTIONS);
  }

  /**
   * Reads the document; can be called only once.
   *
   * @throws UnreadableJson if it is not JSON5 or exceeds a limit
   */
  final JsonNode read() {
    try {
      JsonNode document = element(lexer.nextClean());
      while (!open.isEmpty()) {
        advance(open.element());
      }
      if (lexer.nextClean() != 0) {
        throw source.unexpected();
      }
      return document;
    } catch (UnreadableJson e) {
      throw e;
    } catch (RuntimeException e) {
      // The library throws its own exception, and also others.
      throw source.unexpected();
    }
  }

  /**
   * Called when a value starts: a property, whose name is at the offset, or, if the name is null,
   * an element.
   */
  void started(@Nullable String name, int offset) {}

  /** Called when the innermost open value ends. */
  void ended() {}

  private void advance(ContainerNode<?> container) {
    char c = lexer.nextClean();
    require(c != 0);
    if (c == (container.isArray() ? ']' : '}')) {
      open.remove();
      end();
    } else if (ended) {
      require(c == ',');
      ended = false;
    } else if (container instanceof ArrayNode array) {
      array.add(element(c));
    } else {
      addProperty((ObjectNode) container);
    }
  }

  private JsonNode element(char first) {
    started(null, source.offset());
    return value(first);
  }

  private void addProperty(ObjectNode object) {
    int start = source.offset();
    lexer.back();
    String name = lexer.nextMemberName();
    if (name.length() > StrictJson.MAX_NAME) {
      throw source.unreadable(start, "Name of more than " + StrictJson.MAX_NAME + " characters");
    }
    require(lexer.nextClean() == ':');
    started(name, start);
    object.set(name, value(lexer.nextClean()));
  }

  private JsonNode value(char first) {
    return switch (first) {
      case '{' -> begin(NODES.objectNode());
      case '[' -> begin(NODES.arrayNode());
      case '"', '\'' -> {
        lexer.back();
        JsonNode string = NODES.textNode(lexer.nextValue().getAsString());
        end();
        yield string;
      }
      default -> {
        require(Json5Source.inWord(first));
        JsonNode scalar = scalar(source.offset());
        end();
        yield scalar;
      }
    };
  }

  private JsonNode begin(ContainerNode<?> container) {
    if (open.size() == StrictJson.MAX_DEPTH) {
      throw source.unreadable(
          source.offset(), "Nesting deeper than " + StrictJson.MAX_DEPTH + " levels");
    }
    open.push(container);
    ended = false;
    return container;
  }

  private void end() {
    ended = true;
    ended();
  }

  private JsonNode scalar(int start) {
    String word = source.word(Json5Scalars.MAX_LENGTH);
    JsonNode scalar = Json5Scalars.read(word);
    if (scalar == null) {
      throw source.unreadable(start, Json5Scalars.complaint(word));
    }
    return scalar;
  }

  private void require(boolean expected) {
    if (!expected) {
      throw source.unexpected();
    }
  }
}
