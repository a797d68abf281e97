package io.github.flippingbookemulator.internal.reader;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/** The URL of a logo, the only resource that a reader's page loads from another host. */
final class Logo {
  /** Origins that cannot change the meaning of a Content-Security-Policy. */
  private static final Pattern ORIGIN =
      Pattern.compile("(?i)https?://([a-z0-9.-]+|\\[[0-9a-f:.]+])(:\\d{1,5})?");

  private Logo() {}

  /**
   * Returns the origin of a logo.
   *
   * @param url the URL in the customization
   * @return scheme, host and port; empty if the logo cannot be shown
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
