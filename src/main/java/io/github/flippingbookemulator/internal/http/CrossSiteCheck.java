package io.github.flippingbookemulator.internal.http;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds calls that a page of another site makes a browser send. */
final class CrossSiteCheck {
  private static final Set<String> OWN = Set.of("same-origin", "none");

  private CrossSiteCheck() {}

  /**
   * Decides by the headers that browsers send. Over plain HTTP, they send {@code Sec-Fetch-Site}
   * only to this machine.
   *
   * @param fetchSite the {@code Sec-Fetch-Site} header
   * @param origin the {@code Origin} header
   * @param host the {@code Host} header
   * @param baseUrl the start of the emulator's own URLs
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
