package io.github.flippingbookemulator.internal.tls;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;

/** The names that a certificate can hold. */
public final class HostNames {
  /** Where clients of production find the API (D). */
  public static final String PRODUCTION = "api-tc.is.flippingbook.com";

  /** What each generated certificate is good for, whatever else it is asked to be good for. */
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
   * Tells whether a certificate can be made for a name.
   *
   * @param name a host name, one with {@code *} as its first part, or an IP address without
   *     brackets
   * @return whether clients could find it in the certificate
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

  /** The bytes of an address: 4, or 16. */
  static byte[] address(String literal) {
    try {
      return InetAddress.getByName(literal).getAddress(); // nothing is looked up for a literal
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(literal, e);
    }
  }
}
