package io.github.flippingbookemulator.internal.http;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a page of another site makes a browser call the emulator. */
final class CrossSiteCheck {
  private static final Set<String> OWN = Set.of("same-origin", "none");

  private CrossSiteCheck() {}

  /**
   * Decides by what browsers say of themselves. Over plain HTTP, only pages of this machine send
   * the first header.
   *
   * @param fetchSite the {@code Sec-Fetch-Site} header
   * @param origin the {@code Origin} header
   * @param host the {@code Host} header
   * @param baseUrl what the emulator's own URLs begin with
   */
  static boolean isCrossSite(
      @Nullable String fetchSite, @Nullable String origin, @Nullable String host, String baseUrl) {
    if (fetchSite != null) {
      return !OWN.contains(fetchSite);
    }
    return origin != null
        && !origin.equals(baseUrl)
        && !origin.equals("http://" + host)
        && !origin.equals("https://" + host);
  }
}
