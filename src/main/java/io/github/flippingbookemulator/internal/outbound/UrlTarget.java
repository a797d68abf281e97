package io.github.flippingbookemulator.internal.outbound;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/** Path and query of a URL: encodes them, and resolves one against another as browsers do. */
final class UrlTarget {
  private static final String UNESCAPED =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~!$&'()*+,;=:@/";

  private UrlTarget() {}

  /** Makes a target of what follows the host. */
  static String absolute(String given) {
    int query = given.indexOf('?');
    String path = query < 0 ? given : given.substring(0, query);
    return path(path) + (query < 0 ? "" : query(given.substring(query)));
  }

  /** Resolves what has no host of its own. */
  static String resolve(String base, String given) {
    String basePath = base.replaceFirst("(?s)\\?.*", "");
    if (given.isEmpty()) {
      return base;
    }
    if (given.startsWith("?")) {
      return basePath + query(given);
    }
    return given.startsWith("/") || given.startsWith("\\")
        ? absolute(given)
        : absolute(basePath.substring(0, basePath.lastIndexOf('/') + 1) + given);
  }

  /** Decodes what is percent-encoded. */
  static String decoded(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < text.length(); ) {
      if (isEscape(text, i)) {
        bytes.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
        i += 3;
      } else {
        int sign = text.codePointAt(i);
        bytes.writeBytes(Character.toString(sign).getBytes(StandardCharsets.UTF_8));
        i += Character.charCount(sign);
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static String path(String given) {
    Deque<String> segments = new ArrayDeque<>();
    List<String> all = List.of(given.replace('\\', '/').replaceFirst("^/", "").split("/", -1));
    for (int i = 0; i < all.size(); i++) {
      boolean last = i == all.size() - 1;
      switch (all.get(i).toLowerCase(Locale.ROOT).replace("%2e", ".")) {
        case "." -> keepSlash(segments, last);
        case ".." -> {
          segments.pollLast();
          keepSlash(segments, last);
        }
        default -> segments.add(encoded(all.get(i), UNESCAPED));
      }
    }
    return "/" + String.join("/", segments);
  }

  private static void keepSlash(Deque<String> segments, boolean last) {
    if (last) {
      segments.add("");
    }
  }

  private static String query(String given) {
    return encoded(given, UNESCAPED + "?[]");
  }

  private static String encoded(String text, String unescaped) {
    StringBuilder encoded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int sign = text.codePointAt(i);
      if (unescaped.indexOf(sign) >= 0 || isEscape(text, i)) {
        encoded.appendCodePoint(sign);
      } else {
        for (byte each : Character.toString(sign).getBytes(StandardCharsets.UTF_8)) {
          encoded.append("%%%02X".formatted(each));
        }
      }
      i += Character.charCount(sign);
    }
    return encoded.toString();
  }

  private static boolean isEscape(String text, int at) {
    return text.charAt(at) == '%'
        && at + 2 < text.length()
        && Character.digit(text.charAt(at + 1), 16) >= 0
        && Character.digit(text.charAt(at + 2), 16) >= 0
        && text.charAt(at + 1) < 128
        && text.charAt(at + 2) < 128;
  }
}
