package io.github.flippingbookemulator.internal.tls;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;

/** The host names and IP addresses that a certificate can contain. */
public final class HostNames {
  /** The host of the API in production (D). */
  public static final String PRODUCTION = "api-tc.is.flippingbook.com";

  /** The names that every generated certificate contains. */
  static final List<String> ALWAYS = List.of("localhost", "127.0.0.1", "::1", PRODUCTION);

  private static final int LONGEST = 253;

  private static final Pattern NAME =
      Pattern.compile("(\\*\\.)?(?!-)[A-Za-z0-9-]{1,63}(\\.(?!-)[A-Za-z0-9-]{1,63})*");

  private static final Pattern IPV4 =
      Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$)|$)){4}");

  private static final Pattern IPV6 = Pattern.compile("(?=.*:.*:)[0-9A-Fa-f:.]+");

  private static final Pattern LIKE_IPV4 = Pattern.compile("(.*\\.)?\\d+");

  private HostNames() {}

  /**
   * Returns whether a certificate can contain a name.
   *
   * @param name a host name, one with {@code *} as its first part, or an IP address without
   *     brackets
   * @return whether clients could match it with the certificate
   */
  public static boolean isUsable(String name) {
    return isAddress(name)
        || name.length() <= LONGEST
            && NAME.matcher(name).matches()
            && !LIKE_IPV4.matcher(name).matches();
  }

  /** Whether a usable name is an IP address. */
  static boolean isAddress(String name) {
    if (IPV4.matcher(name).matches()) {
      return true;
    }
    if (!IPV6.matcher(name).matches()) {
      return false;
    }
    try {
      address(name);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Returns the 4 or 16 bytes of an address. */
  static byte[] address(String literal) {
    try {
      return InetAddress.getByName(literal).getAddress(); // a literal needs no DNS look-up
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(literal, e);
    }
  }
}
