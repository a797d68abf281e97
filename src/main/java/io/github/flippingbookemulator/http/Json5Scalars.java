package io.github.flippingbookemulator.http;

import de.marhali.json5.Json5Element;
import de.marhali.json5.Json5Primitive;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The unquoted values of JSON5: {@code null}, booleans and numbers. */
final class Json5Scalars {
  /** As many digits as the strict reader takes, and two signs, a point and an exponent's letter. */
  static final int MAX_LENGTH = StrictJson.MAX_DIGITS + 4;

  private static final int MAX_QUOTED = 40;
  private static final Pattern WHOLE = Pattern.compile("[+-]?(?:0|[1-9][0-9]*)");
  private static final Pattern HEX = Pattern.compile("[+-]?0[xX][0-9a-fA-F]+");
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(?:(?:0|[1-9][0-9]*)(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");

  private Json5Scalars() {}

  /** Returns the value, or null if the word is none or too long. */
  static @Nullable Json5Element read(String word) {
    return switch (word) {
      case "null" -> Json5Primitive.fromNull();
      case "true", "false" -> Json5Primitive.fromBoolean(word.equals("true"));
      case "Infinity", "+Infinity" -> Json5Primitive.fromNumber(Double.POSITIVE_INFINITY);
      case "-Infinity" -> Json5Primitive.fromNumber(Double.NEGATIVE_INFINITY);
      case "NaN", "+NaN", "-NaN" -> Json5Primitive.fromNumber(Double.NaN);
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
            || word.chars().filter(Character::isLetterOrDigit).count() > StrictJson.MAX_DIGITS);
  }

  private static @Nullable Json5Element number(String word) {
    if (WHOLE.matcher(word).matches()) {
      return Json5Primitive.fromNumber(new BigInteger(word));
    }
    if (HEX.matcher(word).matches()) {
      String digits = word.replaceFirst("0[xX]", "");
      return Json5Primitive.fromNumber(new BigInteger(digits, 16));
    }
    if (DECIMAL.matcher(word).matches()) {
      return Json5Primitive.fromNumber(Double.parseDouble(word));
    }
    return null;
  }
}
