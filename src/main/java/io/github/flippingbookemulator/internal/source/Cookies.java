package io.github.flippingbookemulator.internal.source;

import io.github.flippingbookemulator.internal.outbound.WebUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** The cookies of one download: what one hop of its redirects sets, the next ones get. */
final class Cookies {
  private final CookieManager manager = new CookieManager();

  /** Returns the header with the cookies for a URL; empty if there are none. */
  Map<String, String> of(WebUrl url) {
    try {
      List<String> cookies = manager.get(uri(url), Map.of()).getOrDefault("Cookie", List.of());
      return cookies.isEmpty() ? Map.of() : Map.of("Cookie", String.join("; ", cookies));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void keep(WebUrl url, Map<String, List<String>> headers) {
    try {
      manager.put(uri(url), headers);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A URI has no host with "_"; the cookies only need to find their host again. */
  private static URI uri(WebUrl url) {
    return URI.create(
        url.scheme() + "://" + url.host().replaceAll("[_~]", "-") + ":" + url.port() + url.path());
  }
}
