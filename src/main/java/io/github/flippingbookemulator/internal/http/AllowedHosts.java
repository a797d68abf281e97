package io.github.flippingbookemulator.internal.http;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * By which names the control plane may be called. A page of another site can make its own name lead
 * to this machine (DNS rebinding), and then counts as the same site; so a name that anybody could
 * own has to be allowed first.
 */
final class AllowedHosts {
  /** Addresses, names without a dot, as containers have, and names that no public DNS has. */
  private static final Pattern HARMLESS =
      Pattern.compile(
          "\\[.*]|\\d+(\\.\\d+){3}|[^.]*|.*\\.(localhost|internal|local|test)",
          Pattern.CASE_INSENSITIVE);

  private final Set<String> allowed = new HashSet<>();

  AllowedHosts(List<String> hosts, @Nullable URI publicUrl) {
    hosts.forEach(host -> allowed.add(plain(host)));
    if (publicUrl != null) {
      allowed.add(plain(publicUrl.getHost()));
    }
  }

  /** Tells whether a {@code Host} header is all right; clients that send none are no browsers. */
  boolean contain(@Nullable String hostHeader) {
    if (hostHeader == null) {
      return true;
    }
    String name = name(hostHeader);
    return HARMLESS.matcher(name).matches()
        || allowed.contains(name)
        || allowed.contains(name.replaceFirst("^[^.]+", "*")); // as certificates have it
  }

  /** The name without the port. */
  static String name(String hostHeader) {
    return plain(hostHeader.replaceFirst(":\\d*$", ""));
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
  }
}
