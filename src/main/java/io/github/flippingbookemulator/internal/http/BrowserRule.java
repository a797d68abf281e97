package io.github.flippingbookemulator.internal.http;

import io.github.flippingbookemulator.error.ErrorCode;
import io.github.flippingbookemulator.error.Refusal;
import io.github.flippingbookemulator.internal.fidelity.Reliance;
import io.github.flippingbookemulator.internal.fidelity.Statement;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which pages in a browser may call the emulated API and read the access token (E). A page of any
 * site can make its reader's browser send requests to this machine, and the emulator's default keys
 * are known to everybody.
 *
 * <ul>
 *   <li>A request with neither {@code Origin} nor {@code Sec-Fetch-Site} is of a program and is let
 *       in, whatever its {@code Host} is: the production host, a container's name, a proxy's.
 *   <li>A request of an origin that {@code --cors-origin} allows is let in.
 *   <li>Any other request must come from a page of the emulator's own site, or from none, such as
 *       an address that was typed in.
 *   <li>The emulator's own site must have a name that nobody else can make resolve to this machine;
 *       see {@link AllowedHosts}. Only the {@code Host} header counts here: a page of the own site
 *       can set {@code X-Forwarded-Host} itself.
 * </ul>
 *
 * <p>What this cannot see: over plain HTTP to a name that is not {@code localhost}, browsers send
 * neither header with a GET request to the page's own site. So a page whose own name was made to
 * resolve to this machine can read what GET shows. Refusing unknown names altogether would refuse
 * programs that call the emulator by the name of production.
 */
final class BrowserRule {
  private final AllowedOrigins origins;
  private final AllowedHosts hosts;

  /**
   * Makes the rule.
   *
   * @param origins the origins that are allowed
   * @param hosts further names of the emulator's own site
   * @param publicUrl has another such name; may be null
   */
  BrowserRule(List<String> origins, List<String> hosts, @Nullable URI publicUrl) {
    this.origins = new AllowedOrigins(origins);
    this.hosts = new AllowedHosts(hosts, publicUrl);
  }

  /** Throws a refusal for a call that a page must not make. */
  void check(Call<?> call) {
    Optional<String> origin = call.header("Origin");
    boolean browser = origin.isPresent() || call.header("Sec-Fetch-Site").isPresent();
    if (!browser || origin.filter(origins::contain).isPresent()) {
      return;
    }
    if (call.isCrossSite()) {
      Reliance.on(Statement.GENERAL_CROSS_SITE);
      throw Refusal.of(
          ErrorCode.FEATURE_NOT_AVAILABLE,
          "A page of another site%s made this call. If it is yours, allow it with --cors-origin."
              .formatted(origin.map(page -> " (" + page + ")").orElse("")));
    }
    String host = call.header("Host").orElse(null);
    if (host != null && !hosts.contain(host)) {
      Reliance.on(Statement.GENERAL_CROSS_SITE);
      String name = AllowedHosts.name(host);
      throw Refusal.of(
          ErrorCode.FEATURE_NOT_AVAILABLE,
          "A page of another site could use the name '%s' to call the emulator. If it is yours, allow it with --control-host %s."
              .formatted(name, name));
    }
  }
}
