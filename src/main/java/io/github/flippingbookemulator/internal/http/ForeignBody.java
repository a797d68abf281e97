package io.github.flippingbookemulator.internal.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Recognizes bodies that are something else than JSON, to say what to send instead. It is asked
 * only about bodies that could not be read.
 */
final class ForeignBody {
  private static final int BEGINNING = 64;

  private ForeignBody() {}

  /**
   * Returns the message for such a body.
   *
   * @param bytes the body
   * @param contentType the header {@code Content-Type}; empty if there is none
   * @param contentEncoding the header {@code Content-Encoding}; empty if there is none
   * @return a sentence or two; empty if the body looks like an attempt at JSON
   */
  static Optional<String> message(byte[] bytes, String contentType, String contentEncoding) {
    String beginning =
        new String(
            Arrays.copyOf(bytes, Math.min(BEGINNING, bytes.length)), StandardCharsets.ISO_8859_1);
    String type = contentType.toLowerCase(Locale.ROOT);
    if (beginning.startsWith("\u001f\u008b")
        || !contentEncoding.isBlank() && !contentEncoding.equalsIgnoreCase("identity")) {
      return Optional.of("The body is compressed. Send JSON as it is, without Content-Encoding.");
    }
    if (beginning.startsWith("%PDF-")) {
      return Optional.of(
          "The body is a PDF. Send JSON instead, with the PDF as base64: {\"data\": \"JVBERi…\","
              + " \"filename\": \"catalog.pdf\"}.");
    }
    if (type.startsWith("multipart/") || beginning.startsWith("--")) {
      return Optional.of(
          "The body is a form in parts (multipart). Send JSON instead, with the PDF as base64:"
              + " {\"data\": \"JVBERi…\", \"filename\": \"catalog.pdf\"}.");
    }
    if (type.startsWith("application/x-www-form-urlencoded") && beginning.indexOf('=') > 0) {
      return Optional.of(
          "The body is the form of a web page (name=value). Send JSON instead: {\"name\":"
              + " \"value\"}.");
    }
    if (beginning.startsWith("\u00ff\u00fe")
        || beginning.startsWith("\u00fe\u00ff")
        || beginning.startsWith("{\u0000")
        || beginning.startsWith("\u0000{")) {
      return Optional.of("The body is UTF-16. Send it as UTF-8.");
    }
    if (beginning.startsWith("<")) {
      return Optional.of("The body is XML or HTML. Send JSON instead.");
    }
    return Optional.empty();
  }
}
