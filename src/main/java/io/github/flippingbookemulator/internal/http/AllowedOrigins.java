package io.github.flippingbookemulator.internal.http;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The origins that {@code --cors-origin} allows, by the rules of the plugin that sends the headers
 * for them: the default port may be omitted, and {@code *.} stands for one more label.
 */
final class AllowedOrigins {
  private final Set<String> allowed;

  AllowedOrigins(List<String> origins) {
    allowed = origins.stream().map(AllowedOrigins::plain).collect(Collectors.toSet());
  }

  boolean contain(String origin) {
    String plain = plain(origin);
    return allowed.contains(plain) || allowed.contains(plain.replaceFirst("://[^.]+\\.", "://*."));
  }

  private static String plain(String origin) {
    return origin
        .toLowerCase(Locale.ROOT)
        .replaceFirst("^(http://.*):80$", "$1")
        .replaceFirst("^(https://.*):443$", "$1");
  }
}
