package io.github.flippingbookemulator.assertj;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks for something in JSON without reading all of it, so that no JSON library is needed. */
final class JsonSearch {
  private JsonSearch() {}

  /**
   * Tells whether some object in the text has a property with a value. Quotation marks inside of
   * strings are escaped in JSON, so nothing inside of a string is taken for a property.
   */
  static boolean hasProperty(String json, String name, @Nullable Object value) {
    String literal = value instanceof CharSequence ? quoted(value.toString()) : "" + value;
    return Pattern.compile(
            "(?<!\\\\)"
                + Pattern.quote(quoted(name))
                + "\\s*:\\s*"
                + Pattern.quote(literal)
                + "(?=\\s*[,}])")
        .matcher(json)
        .find();
  }

  /** Tells whether the text has a string that is exactly this, as the value of whatever. */
  static boolean hasValue(String json, String text) {
    return Pattern.compile(":\\s*" + Pattern.quote(quoted(text))).matcher(json).find();
  }

  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      switch (c) {
        case '"', '\\' -> json.append('\\').append(c);
        case '\n' -> json.append("\\n");
        case '\r' -> json.append("\\r");
        case '\t' -> json.append("\\t");
        default -> json.append(c < ' ' ? "\\u%04X".formatted((int) c) : String.valueOf(c));
      }
    }
    return json.append('"').toString();
  }
}
