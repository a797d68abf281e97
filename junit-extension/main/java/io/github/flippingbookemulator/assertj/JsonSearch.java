package io.github.flippingbookemulator.assertj;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Searches JSON text without parsing it, so that no JSON library is needed. */
final class JsonSearch {
  private JsonSearch() {}

  /**
   * Tells whether some object in the text has a property with a value. Quotation marks in strings
   * are escaped in JSON, so text in a string is never taken for a property.
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

  /** Tells whether any property has exactly this string as its value. */
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
