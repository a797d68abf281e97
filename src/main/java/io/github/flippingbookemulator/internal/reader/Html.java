package io.github.flippingbookemulator.internal.reader;

import java.util.Collection;

/**
 * HTML that is safe to send. Text from users is added through {@link #text} only, which escapes it.
 *
 * @param markup the HTML as it is sent
 */
record Html(String markup) {
  static final Html NOTHING = new Html("");

  /** Escapes a text, for use between tags or in a quoted attribute. */
  static Html text(String text) {
    StringBuilder markup = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> markup.append("&amp;");
        case '<' -> markup.append("&lt;");
        case '>' -> markup.append("&gt;");
        case '"' -> markup.append("&quot;");
        case '\'' -> markup.append("&#39;");
        default -> markup.append(c);
      }
    }
    return new Html(markup.toString());
  }

  static Html number(long number) {
    return new Html(Long.toString(number));
  }

  static Html flag(boolean flag) {
    return new Html(Boolean.toString(flag));
  }

  static Html all(Collection<Html> parts) {
    return new Html(String.join("", parts.stream().map(Html::markup).toList()));
  }
}
