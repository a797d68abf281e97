package io.github.flippingbookemulator.internal.http;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The start of absolute URLs in a response: the configured public URL, or else the host that the
 * client called, as given by the proxy's headers or the request.
 */
final class BaseUrl {
  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9._~%\\-]+(:\\d{1,5})?|\\[[0-9A-Fa-f:.]+](:\\d{1,5})?");

  private BaseUrl() {}

  /**
   * Returns the base URL for a request.
   *
   * @param configured the public URL of the options
   * @param scheme of the connection
   * @param host the host that the client called
   * @param forwardedProto the {@code X-Forwarded-Proto} header
   * @param forwardedHost the {@code X-Forwarded-Host} header
   * @return the configured URL, or scheme and host; without a slash at the end
   */
  static String of(
      @Nullable URI configured,
      String scheme,
      String host,
      @Nullable String forwardedProto,
      @Nullable String forwardedHost) {
    if (configured != null) {
      String url = configured.toString();
      return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
    String proto = first(forwardedProto);
    String usedScheme = "http".equals(proto) || "https".equals(proto) ? proto : scheme;
    String proxyHost = first(forwardedHost);
    String usedHost = proxyHost != null && HOST.matcher(proxyHost).matches() ? proxyHost : host;
    return usedScheme + "://" + usedHost;
  }

  /** Returns the first value of a list: in a chain of proxies, the one next to the client. */
  private static @Nullable String first(@Nullable String header) {
    return header == null ? null : header.split(",", 2)[0].trim();
  }
}
