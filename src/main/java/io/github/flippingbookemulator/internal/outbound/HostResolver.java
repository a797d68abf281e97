package io.github.flippingbookemulator.internal.outbound;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Finds all addresses of a host; they are tried in turn. {@code localhost} and the names below it
 * are this machine whatever name servers say (RFC 6761), and have two addresses: Node, for one,
 * listens on {@code ::1} only. Where there is no IPv6, the failure told is that of the last one.
 */
final class HostResolver implements SocketAddressResolver {
  private static final Pattern LOCALHOST = Pattern.compile("(?:.+\\.)?localhost\\.?");
  private static final Pattern ADDRESS = Pattern.compile("\\d+(?:\\.\\d+){3}|\\[.*]");

  private static final long LONGEST_LOOK_UP_MILLIS = 15_000;

  private final SocketAddressResolver names;

  /**
   * Creates the resolver.
   *
   * @param threads wait for name servers
   * @param scheduler ends waiting for too long
   */
  HostResolver(Executor threads, Scheduler scheduler) {
    names = new SocketAddressResolver.Async(threads, scheduler, LONGEST_LOOK_UP_MILLIS);
  }

  @Override
  public void resolve(
      String host,
      int port,
      Map<String, Object> context,
      Promise<List<InetSocketAddress>> addresses) {
    List<InetSocketAddress> known;
    try {
      known = known(host, port);
    } catch (UnknownHostException e) {
      addresses.failed(e);
      return;
    }
    if (known.isEmpty()) {
      names.resolve(host, port, context, addresses);
    } else {
      addresses.succeeded(known);
    }
  }

  /** Returns the addresses that no name server is asked for. */
  private static List<InetSocketAddress> known(String host, int port) throws UnknownHostException {
    if (LOCALHOST.matcher(host).matches()) {
      return List.of(named(host, "::1", port), named(host, "127.0.0.1", port));
    }
    return ADDRESS.matcher(host).matches()
        ? List.of(new InetSocketAddress(InetAddress.getByName(host), port))
        : List.of();
  }

  /** The address keeps the name of the host, which certificates are compared with. */
  private static InetSocketAddress named(String host, String address, int port)
      throws UnknownHostException {
    byte[] bytes = InetAddress.getByName(address).getAddress();
    return new InetSocketAddress(InetAddress.getByAddress(host, bytes), port);
  }
}
