package io.github.flippingbookemulator.internal.outbound;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jetty.client.HttpProxy;
import org.eclipse.jetty.client.Origin;

/**
 * The proxy that the JVM was started with, such as by {@code -Dhttps.proxyHost}, which Java's own
 * client would use, too.
 */
final class SystemProxy extends HttpProxy {
  /** Of no machine, so that no exception is made for it. */
  private static final String ANYWHERE = "host.invalid";

  private final ProxySelector selector;
  private final InetSocketAddress address;

  private SystemProxy(ProxySelector selector, InetSocketAddress address) {
    super(new Origin.Address(address.getHostString(), address.getPort()), false);
    this.selector = selector;
    this.address = address;
  }

  /** Returns the proxy for a scheme; empty if there is none. */
  static Optional<SystemProxy> of(ProxySelector selector, String scheme) {
    return addresses(selector, scheme, ANYWHERE).stream()
        .findFirst()
        .map(address -> new SystemProxy(selector, address));
  }

  /** The settings name hosts that have no proxy; this machine never has one. */
  @Override
  public boolean matches(Origin origin) {
    String host = origin.getAddress().getHost();
    return !WebUrl.isLoopback(host)
        && addresses(selector, origin.getScheme(), host).contains(address);
  }

  private static List<InetSocketAddress> addresses(
      ProxySelector selector, String scheme, String host) {
    return selector.select(URI.create(scheme + "://" + host + "/")).stream()
        .filter(proxy -> proxy.type() == Proxy.Type.HTTP)
        .map(proxy -> (InetSocketAddress) proxy.address())
        .filter(Objects::nonNull)
        .toList();
  }
}
