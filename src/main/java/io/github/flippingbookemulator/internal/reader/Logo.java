package io.github.flippingbookemulator.internal.reader;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/** The address of a logo: the only thing that a reader's page fetches from elsewhere. */
final class Logo {
  /** What may stand in a Content-Security-Policy without changing its meaning. */
  private static final Pattern ORIGIN =
      Pattern.compile("(?i)https?://([a-z0-9.-]+|\\[[0-9a-f:.]+])(:\\d{1,5})?");

  private Logo() {}

  /**
   * Finds where a logo comes from.
   *
   * @param url the address that a customization names
   * @return scheme, host and port; empty if the address cannot be shown
   */
  static Optional<String> origin(String url) {
    try {
      URI uri = new URI(url);
      return Optional.of(uri.getScheme() + "://" + uri.getRawAuthority())
          .filter(origin -> ORIGIN.matcher(origin).matches());
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
