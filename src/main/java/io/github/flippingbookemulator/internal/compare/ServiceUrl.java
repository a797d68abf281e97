package io.github.flippingbookemulator.internal.compare;

import io.github.flippingbookemulator.internal.option.OptionException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;

/**
 * The address of the service.
 *
 * @param root scheme, host and port
 * @param isLoopback whether it is an address of this machine
 */
public record ServiceUrl(URI root, boolean isLoopback) {
  /**
   * Checks an address.
   *
   * @param url with or without {@code /api/v1}
   * @throws OptionException if a key should not be sent there
   */
  public static ServiceUrl of(URI url) {
    String path = String.valueOf(url.getRawPath());
    if (!path.matches("/?|/api/v1/?")
        || url.getRawQuery() != null
        || url.getRawFragment() != null
        || url.getRawUserInfo() != null) {
      throw new OptionException(
          "--url must be scheme and host only, such as https://api-tc.is.flippingbook.com");
    }
    boolean loopback = isLoopback(url.getHost());
    String scheme = url.getScheme().toLowerCase(Locale.ROOT);
    if (scheme.equals("http") && !loopback) {
      throw new OptionException(
          "--url must begin with https, since http would show the API key to the network");
    }
    return new ServiceUrl(URI.create(scheme + "://" + url.getRawAuthority()), loopback);
  }

  private static boolean isLoopback(String host) {
    // Names are not looked up: what they mean can change between the check and the call.
    boolean literal = host.matches("[0-9.]+|\\[.*]");
    try {
      return host.equalsIgnoreCase("localhost")
          || literal && InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
