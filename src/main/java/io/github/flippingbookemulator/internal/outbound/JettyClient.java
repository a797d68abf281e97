package io.github.flippingbookemulator.internal.outbound;

import java.net.ProxySelector;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Origin;
import org.eclipse.jetty.client.ProxyAuthenticationProtocolHandler;
import org.eclipse.jetty.client.RedirectProtocolHandler;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.StringRequestContent;
import org.eclipse.jetty.client.WWWAuthenticationProtocolHandler;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.jspecify.annotations.Nullable;

/** Jetty's client, with what it does on its own switched off, and daemon threads. */
final class JettyClient implements AutoCloseable {
  /** How long one address of a host may take; then the next of its addresses is tried. */
  static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  /** Enough, since only looking up the name of a host blocks a thread, and that has its own. */
  private static final int MAX_THREADS = 4;

  /** Many triggers may name one server, and it may be slow for some of them. */
  private static final int MOST_OF_ONE_SERVER = 100_000;

  /** A URL comes in a body of 1 MB at most, and encoding can make it three times as long. */
  private static final int MOST_REQUEST_HEADERS = 4 << 20;

  private static final int MOST_RESPONSE_HEADERS = 256 << 10;

  private static final int IDLE_THREAD_MILLIS = 10_000;
  private static final int IDLE_CONNECTION_MILLIS = 30_000;

  /** Else there would be one more for each port that a test ever had a receiver on. */
  private static final int IDLE_DESTINATION_MILLIS = 300_000;

  private static final String URL = WebUrl.class.getName();

  private final HttpClient client;

  private JettyClient(
      String scheme, @Nullable ProxySelector proxies, SslContextFactory.Client tls) {
    ClientConnector connector = new ClientConnector();
    connector.setSelectors(1);
    connector.setConnectTimeout(CONNECT_TIMEOUT);
    connector.setSslContextFactory(tls);
    connector.setExecutor(threads("flippingbook-outbound"));
    connector.setScheduler(new ScheduledExecutorScheduler("flippingbook-outbound-timer", true));
    QueuedThreadPool names = threads("flippingbook-outbound-names");
    client = new HttpClient(new AnyHost(connector));
    client.setSocketAddressResolver(new HostResolver(names, connector.getScheduler()));
    client.addManaged(names);
    client.setMaxConnectionsPerDestination(MOST_OF_ONE_SERVER);
    client.setMaxRequestsQueuedPerDestination(MOST_OF_ONE_SERVER);
    client.setMaxRequestHeadersSize(MOST_REQUEST_HEADERS);
    client.setMaxResponseHeadersSize(MOST_RESPONSE_HEADERS);
    client.setIdleTimeout(IDLE_CONNECTION_MILLIS);
    client.setConnectTimeout(CONNECT_TIMEOUT.toMillis());
    client.setFollowRedirects(false);
    client.setHttpCookieStore(new HttpCookieStore.Empty());
    if (proxies != null) {
      SystemProxy.of(proxies, scheme).ifPresent(client.getProxyConfiguration()::addProxy);
    }
    client.setDestinationIdleTimeout(IDLE_DESTINATION_MILLIS);
    client.setUserAgentField(new HttpField(HttpHeader.USER_AGENT, "FlippingBook-emulator"));
    try {
      client.start();
    } catch (Exception e) {
      throw new IllegalStateException("the client for webhooks and downloads did not start", e);
    }
    client.getContentDecoderFactories().clear(); // who asks unpacks, within limits
    // Their statuses are answers like any other.
    client.getProtocolHandlers().remove(RedirectProtocolHandler.NAME);
    client.getProtocolHandlers().remove(WWWAuthenticationProtocolHandler.NAME);
    client.getProtocolHandlers().remove(ProxyAuthenticationProtocolHandler.NAME);
  }

  /** Starts a client for http, which loads nothing of TLS. */
  static JettyClient plain(@Nullable ProxySelector proxies) {
    return new JettyClient(
        "http",
        proxies,
        new SslContextFactory.Client() {
          @Override
          protected void doStart() {}
        });
  }

  /** Starts a client for https. */
  static JettyClient secure(@Nullable ProxySelector proxies, SSLContext trust) {
    SslContextFactory.Client tls = new SslContextFactory.Client();
    tls.setSslContext(trust);
    return new JettyClient("https", proxies, tls);
  }

  Attempt attempt(OutboundRequest what, ResponseReader reader) {
    WebUrl url = what.url();
    Request request =
        client
            .newRequest(uri(url))
            .attribute(URL, url)
            .method(what.method())
            .idleTimeout(0, TimeUnit.MILLISECONDS); // time-outs are those of the caller
    request.headers(
        headers -> {
          headers.put(HttpHeader.HOST, url.authority());
          headers.put(HttpHeader.ACCEPT, "*/*");
          if (url.userInfo() != null) {
            headers.put(HttpHeader.AUTHORIZATION, basic(url.userInfo()));
          }
          what.headers().forEach(headers::put);
        });
    if (what.json() != null) {
      request.body(new StringRequestContent("application/json", what.json()));
    }
    return new Attempt(request, reader);
  }

  @Override
  public void close() {
    try {
      client.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the client for webhooks and downloads did not stop", e);
    }
  }

  /** The client takes java.net.URI, which has no host with "_"; see {@link AnyHost}. */
  private static URI uri(WebUrl url) {
    URI uri = URI.create(url.scheme() + "://" + url.authority() + url.target());
    return uri.getHost() != null
        ? uri
        : URI.create(url.scheme() + "://host.invalid" + url.target());
  }

  private static QueuedThreadPool threads(String name) {
    // Jetty's default queue loads the JVM's management classes, which takes 100 ms.
    QueuedThreadPool threads =
        new QueuedThreadPool(MAX_THREADS, 0, IDLE_THREAD_MILLIS, new LinkedBlockingQueue<>());
    threads.setName(name);
    threads.setDaemon(true);
    return threads;
  }

  private static String basic(String userInfo) {
    String pair = UrlTarget.decoded(userInfo);
    byte[] bytes = (pair.contains(":") ? pair : pair + ":").getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(bytes);
  }

  /** Connects to the host of the {@link WebUrl}, not of the {@link URI} that Jetty asks for. */
  private static final class AnyHost extends HttpClientTransportOverHTTP {
    AnyHost(ClientConnector connector) {
      super(connector);
    }

    @Override
    public Origin newOrigin(Request request) {
      Origin origin = super.newOrigin(request);
      WebUrl url = (WebUrl) request.getAttributes().get(URL);
      return new Origin(
          origin.getScheme(),
          new Origin.Address(url.host(), url.port()),
          origin.getTag(),
          origin.getProtocol(),
          origin.getTransport());
    }
  }
}
