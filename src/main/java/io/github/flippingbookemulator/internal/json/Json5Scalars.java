package io.github.flippingbookemulator.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The unquoted values of JSON5: {@code null}, booleans and numbers. */
final class Json5Scalars {
  /** As many digits as the strict reader accepts, two signs, a point and an exponent's letter. */
  static final int MAX_LENGTH = StrictJson.MAX_DIGITS + 4;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int MAX_QUOTED = 40;
  private static final Pattern WHOLE = Pattern.compile("[+-]?(?:0|[1-9][0-9]*)");
  private static final Pattern HEX = Pattern.compile("[+-]?0[xX][0-9a-fA-F]+");
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(?:(?:0|[1-9][0-9]*)(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");

  private Json5Scalars() {}

  /** Returns the value, or null if the word is not a value or is too long. */
  static @Nullable JsonNode read(String word) {
    return switch (word) {
      case "null" -> NODES.nullNode();
      case "true", "false" -> NODES.booleanNode(word.equals("true"));
      case "Infinity", "+Infinity" -> NODES.numberNode(Double.POSITIVE_INFINITY);
      case "-Infinity" -> NODES.numberNode(Double.NEGATIVE_INFINITY);
      case "NaN", "+NaN", "-NaN" -> NODES.numberNode(Double.NaN);
      default -> tooLong(word) ? null : number(word);
    };
  }

  static String complaint(String word) {
    if (tooLong(word)) {
      return "Number or word of more than " + StrictJson.MAX_DIGITS + " digits";
    }
    String shown = word.length() > MAX_QUOTED ? word.substring(0, MAX_QUOTED) + "..." : word;
    return "'" + shown + "' is neither a value nor in quotes";
  }

  private static boolean tooLong(String word) {
    return word.length() > StrictJson.MAX_DIGITS
        && (word.length() > MAX_LENGTH
            || word.chars().filter(c -> c >= '0' && c <= '9').count() > StrictJson.MAX_DIGITS);
  }

  private static @Nullable JsonNode number(String word) {
    if (WHOLE.matcher(word).matches()) {
      return whole(new BigInteger(word));
    }
    if (HEX.matcher(word).matches()) {
      String digits = word.replaceFirst("0[xX]", "");
      return whole(new BigInteger(digits, 16));
    }
    if (DECIMAL.matcher(word).matches()) {
      return NODES.numberNode(Double.parseDouble(word));
    }
    return null;
  }

  /** Returns the smallest type that holds the number exactly, as the strict reader does. */
  private static JsonNode whole(BigInteger number) {
    if (number.bitLength() < Integer.SIZE) {
      return NODES.numberNode(number.intValue());
    }
    return number.bitLength() < Long.SIZE
        ? NODES.numberNode(number.longValue())
        : NODES.numberNode(number);
  }
}
