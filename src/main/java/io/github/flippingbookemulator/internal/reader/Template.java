package io.github.flippingbookemulator.internal.reader;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTML with placeholders, written {@code {{name}}}, which only safe markup can replace. */
final class Template {
  private static final Pattern GAP = Pattern.compile("\\{\\{(\\w+)}}");

  private final String text;

  private Template(String text) {
    this.text = text;
  }

  static Template named(String name) {
    return new Template(new String(resource(name), StandardCharsets.UTF_8));
  }

  /** Reads a file from the package of this class in the jar. */
  static byte[] resource(String name) {
    try (InputStream in = Template.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the jar");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Replaces all placeholders in one pass, so that text like a placeholder in a part stays as it
   * is.
   */
  Html fill(Map<String, Html> parts) {
    return new Html(
        GAP.matcher(text)
            .replaceAll(
                gap -> {
                  Html part = parts.get(gap.group(1));
                  if (part == null) {
                    throw new IllegalStateException("nothing to fill in for " + gap.group());
                  }
                  return Matcher.quoteReplacement(part.markup());
                }));
  }
}
