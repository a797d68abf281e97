package io.github.flippingbookemulator.internal.outbound;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An absolute http or https URL to send requests to: the one rule for the {@code url} of sources
 * and the {@code endpoint} of triggers. It takes what browsers and curl take, which is more than
 * {@link java.net.URI} does: blanks, {@code |} and letters of all languages, which are encoded, and
 * hosts with {@code _}.
 *
 * @param scheme {@code http} or {@code https}
 * @param userInfo what stands before the {@code @}, as given; null for nothing
 * @param host in lower case and ASCII; an IPv6 address has its brackets
 * @param port 0 to 65535; the scheme's own where the URL names none
 * @param target the path and the query, with all that a request line may not contain encoded
 */
public record WebUrl(
    String scheme, @Nullable String userInfo, String host, int port, String target) {
  private static final int MAX_PORT = 65_535;
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  private static final Pattern ABSOLUTE =
      Pattern.compile("(?i)(?<scheme>https?)://(?<authority>[^/?\\\\]+)(?<target>.*)");

  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*");

  private static final Pattern AUTHORITY =
      Pattern.compile("(?:(?<user>.*)@)?(?<host>\\[[^\\[\\]@]*\\]|[^:@\\[\\]]*)(?::(?<port>.*))?");

  private static final Pattern HOST = Pattern.compile("[a-z0-9._~-]+");
  private static final Pattern IPV6 = Pattern.compile("\\[(?=.*:.*:)[0-9a-f:.]+\\]");

  /** What stands before the host, its secret in a group: a password, or all if there is none. */
  private static final Pattern USER_INFO =
      Pattern.compile("(?i)(?<=^\\s{0,9}https?://)(?<name>[^/?#\\\\:]*:)?[^/?#\\\\]*(?=@)");

  /** How the hosts of this machine are written. Other names would have to be looked up. */
  private static final Pattern LOOPBACK =
      Pattern.compile("(.+\\.)?localhost\\.?|127(\\.\\d{1,3}){3}|\\[(0*:)+0*1\\]");

  /**
   * Parses a URL.
   *
   * @param text the URL; blanks around it and what follows a {@code #} do not count
   * @throws BadUrl if it is not an absolute http or https URL, or no request can be sent to it
   */
  public static WebUrl parse(String text) {
    String url = text.strip().replaceFirst("(?s)#.*", "");
    if (url.chars().anyMatch(Character::isISOControl)) {
      throw new BadUrl("has a control character in it, such as a line break");
    }
    Matcher parts = ABSOLUTE.matcher(url);
    if (!parts.matches()) {
      throw new BadUrl("is not an absolute http or https address");
    }
    Matcher authority = AUTHORITY.matcher(parts.group("authority"));
    if (!authority.matches()) {
      throw new BadUrl("has no host that can be read");
    }
    String scheme = parts.group("scheme").toLowerCase(Locale.ROOT);
    return new WebUrl(
        scheme,
        authority.group("user"),
        host(authority.group("host")),
        port(authority.group("port"), scheme),
        UrlTarget.absolute(parts.group("target")));
  }

  /**
   * Returns where a redirect leads to, as browsers resolve it.
   *
   * @param location the value of the header {@code Location}
   * @throws BadUrl if no request can be sent there
   */
  public WebUrl resolve(String location) {
    String to = location.strip().replaceFirst("(?s)#.*", "");
    if (SCHEME.matcher(to).matches()) {
      return parse(to);
    }
    if (to.matches("(?s)[/\\\\]{2}.*")) {
      return parse(scheme + "://" + to.substring(2));
    }
    if (to.chars().anyMatch(Character::isISOControl)) {
      throw new BadUrl("has a control character in it, such as a line break");
    }
    return new WebUrl(scheme, userInfo, host, port, UrlTarget.resolve(target, to));
  }

  /** Returns host and port as in the header {@code Host}. */
  public String authority() {
    boolean usual = port == (scheme.equals("https") ? HTTPS_PORT : HTTP_PORT);
    return usual ? host : host + ":" + port;
  }

  /** Returns the path without the query. */
  public String path() {
    return target.replaceFirst("(?s)\\?.*", "");
  }

  /** Whether the host is this machine, by its name: no other name is looked up to find out. */
  public boolean isLoopback() {
    return isLoopback(host);
  }

  static boolean isLoopback(String host) {
    return LOOPBACK.matcher(host).matches();
  }

  /** Returns the URL without secrets. */
  @Override
  public String toString() {
    return masked(scheme + "://" + (userInfo == null ? "" : userInfo + "@") + authority() + target);
  }

  /**
   * Masks the password in a URL, which need not be one that can be parsed. A user without a
   * password is masked as well, since a token may stand there.
   */
  public static String masked(String url) {
    return USER_INFO.matcher(url).replaceAll("${name}***");
  }

  private static String host(String given) {
    String host = UrlTarget.decoded(given).toLowerCase(Locale.ROOT);
    if (!host.chars().allMatch(each -> each < 128)) {
      try {
        host = IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
      } catch (IllegalArgumentException e) {
        throw new BadUrl("has the host '" + given + "', which is no international name");
      }
    }
    if (host.isEmpty()) {
      throw new BadUrl("is not an absolute http or https address: it has no host");
    }
    if (!HOST.matcher(host).matches() && !IPV6.matcher(host).matches()) {
      throw new BadUrl("has the host '" + given + "', which no host name can be");
    }
    return host;
  }

  private static int port(@Nullable String given, String scheme) {
    if (given == null || given.isEmpty()) {
      return scheme.equals("https") ? HTTPS_PORT : HTTP_PORT;
    }
    if (!given.matches("\\d{1,9}") || Integer.parseInt(given) > MAX_PORT) {
      throw new BadUrl("has the port " + given + ", and ports are numbers up to 65535");
    }
    return Integer.parseInt(given);
  }
}
