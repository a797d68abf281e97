package io.github.flippingbookemulator.internal.http;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The host names by which the control plane, and pages in a browser, may call. With DNS rebinding,
 * a page of another site makes its own name resolve to this machine and then counts as the same
 * site. So a name that anybody could register must be allowed explicitly.
 */
final class AllowedHosts {
  /**
   * IP addresses, names without a dot (as containers have), and names that no public DNS resolves.
   */
  private static final Pattern HARMLESS =
      Pattern.compile(
          "\\[[0-9a-f:.]+]|\\d+(\\.\\d+){3}|[a-z0-9_~-]+"
              + "|[a-z0-9._~-]+\\.(localhost|internal|local|test)",
          Pattern.CASE_INSENSITIVE);

  private final Set<String> allowed = new HashSet<>();

  AllowedHosts(List<String> hosts, @Nullable URI publicUrl) {
    hosts.forEach(host -> allowed.add(plain(host)));
    if (publicUrl != null) {
      allowed.add(plain(publicUrl.getHost()));
    }
  }

  /** Tells whether a {@code Host} header is allowed. A missing one is: browsers always send it. */
  boolean contain(@Nullable String hostHeader) {
    if (hostHeader == null) {
      return true;
    }
    String name = name(hostHeader);
    return HARMLESS.matcher(name).matches()
        || allowed.contains(name)
        || allowed.contains(name.replaceFirst("^[^.]+", "*")); // a wildcard, as in certificates
  }

  /** The name without the port. */
  static String name(String hostHeader) {
    return plain(hostHeader.replaceFirst(":\\d*$", ""));
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
  }
}
