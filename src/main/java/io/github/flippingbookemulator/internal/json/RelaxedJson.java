package io.github.flippingbookemulator.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.flippingbookemulator.internal.fidelity.Reliance;
import io.github.flippingbookemulator.internal.fidelity.Statement;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Reads JSON as clients and people write it: strict JSON, single-quoted strings and unquoted names
 * (D), and everything else of JSON5 (E).
 *
 * <p>Strict JSON is tried first, because nearly every body is; only a document that fails there is
 * read as JSON5. Both ways follow the same rules: the last of equal names wins, whole numbers are
 * exact, other numbers are doubles, nesting is limited to 1000 levels, a number to 1000 digits and
 * a name to 50,000 characters. {@code Infinity} and {@code NaN}, which JSON lacks, become doubles
 * that are not finite, as do numbers too large for a double.
 */
public final class RelaxedJson {
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final char REPLACEMENT = '\uFFFD';

  private RelaxedJson() {}

  /**
   * Reads the body of a request.
   *
   * <p>Bodies are UTF-8 whatever their headers say (D); a byte order mark is skipped, and a body
   * that is empty or blank counts as <code>{}</code> (E). A scalar or an array is returned as such:
   * the caller decides whether to accept it.
   *
   * @param body the bytes as received
   * @return the document
   * @throws UnreadableJson if the bytes are not UTF-8, or are neither JSON nor JSON5, or exceed a
   *     limit
   */
  public static JsonNode parse(byte[] body) {
    String decoded = decode(body);
    String text = withoutMark(decoded);
    if (text.length() < decoded.length()) {
      Reliance.on(Statement.GENERAL_BYTE_ORDER_MARK);
    }
    if (text.isBlank()) {
      return JsonNodeFactory.instance.objectNode();
    }
    // A NUL is refused in any case, but could make the strict reader take the bytes for UTF-16.
    if (text.indexOf('\0') < 0) {
      try {
        return StrictJson.read(body);
      } catch (IOException e) {
        // Not strict, or beyond a limit; the other reader has the same limits and reports the
        // position.
      }
    }
    JsonNode relaxed = new Json5Reader(text).read();
    if (!StrictJson.isDocumentedForm(text)) {
      Reliance.on(Statement.GENERAL_JSON5);
    }
    return relaxed;
  }

  /**
   * Reads a configuration file and the line of each part of it.
   *
   * @param text the file; empty or blank text counts as <code>{}</code>
   * @return the document and its line numbers
   * @throws UnreadableJson if the text is neither JSON nor JSON5, or exceeds a limit
   */
  public static LocatedJson parseWithLines(String text) {
    String document = withoutMark(text);
    return new LocatingJson5Reader(document.isBlank() ? "{}" : document).readWithLines();
  }

  /** Decodes in the fastest way; checks the bytes only if the text has replacement characters. */
  private static String decode(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    if (text.indexOf(REPLACEMENT) >= 0) {
      requireUtf8(body);
    }
    return text;
  }

  private static void requireUtf8(byte[] body) {
    CharBuffer read = CharBuffer.allocate(body.length);
    CoderResult result =
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body), read, true);
    if (result.isError()) {
      Reliance.on(Statement.GENERAL_UTF_8);
      String before = withoutMark(read.flip().toString());
      throw UnreadableJson.at(before, before.length(), "Bytes that are not UTF-8");
    }
  }

  private static String withoutMark(String text) {
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }
}
