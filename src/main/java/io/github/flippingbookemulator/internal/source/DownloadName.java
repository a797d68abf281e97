package io.github.flippingbookemulator.internal.source;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The name under which a browser saves a publication's PDF: the publication's own name. */
final class DownloadName {
  /** In UTF-8, with the ending; longer names do not fit into the folders of most systems. */
  private static final int MAX_BYTES = 200;

  private static final String ENDING = ".pdf";

  private DownloadName() {}

  /**
   * Makes the value of a {@code Content-Disposition} header by RFC 6266: the name in UTF-8, and an
   * ASCII name for old browsers.
   */
  static String attachment(String title) {
    String name = title.isBlank() ? "publication" : shortened(title);
    String encoded =
        URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
    return "attachment; filename=\"publication.pdf\"; filename*=UTF-8''" + encoded + ENDING;
  }

  private static String shortened(String title) {
    StringBuilder name = new StringBuilder();
    int left = MAX_BYTES - ENDING.length();
    for (int at = 0; at < title.length(); ) {
      String character = Character.toString(title.codePointAt(at));
      left -= character.getBytes(StandardCharsets.UTF_8).length;
      if (left < 0) {
        return name.toString().strip();
      }
      name.append(character);
      at += character.length();
    }
    return title;
  }
}
