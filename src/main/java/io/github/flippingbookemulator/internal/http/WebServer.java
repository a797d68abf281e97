package io.github.flippingbookemulator.internal.http;

import io.github.flippingbookemulator.internal.http.Endpoints.Endpoint;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.net.BindException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP server: Javalin's routing on Jetty, with daemon threads and JSON for every error. A
 * reset does not restart it; each request goes to the current gateway.
 */
public final class WebServer implements AutoCloseable {
  private static final int MAX_THREADS = 64;
  private static final int IDLE_MILLIS = 60_000;

  /** How many connections may wait to be accepted; browsers and load tests open many at once. */
  private static final int MAX_WAITING = 1024;

  /** How long connections live without traffic: longer than a minute, a usual polling interval. */
  private static final Duration CONNECTION_IDLE = Duration.ofSeconds(75);

  private final Server server;
  private final ServerConnector connector;
  private final @Nullable ServerConnector secure;

  private WebServer(Server server, ServerConnector connector, @Nullable ServerConnector secure) {
    this.server = server;
    this.connector = connector;
    this.secure = secure;
  }

  /**
   * Starts serving.
   *
   * @param options where to listen, and which origins to allow
   * @param https the port for HTTPS and its certificate; null for no HTTPS
   * @param gateway returns the current gateway; all have the same endpoints
   * @return the running server
   * @throws IOException if the server cannot listen on an address; the message names it
   */
  public static WebServer start(
      ServerOptions options, @Nullable HttpsPort https, Supplier<? extends Gateway<?>> gateway)
      throws IOException {
    // Jetty's default queue loads the JVM's management classes, which takes 100 ms.
    QueuedThreadPool threads =
        new QueuedThreadPool(MAX_THREADS, 2, IDLE_MILLIS, new LinkedBlockingQueue<>());
    threads.setName("flippingbook-http");
    threads.setDaemon(true);
    ScheduledExecutorScheduler scheduler =
        new ScheduledExecutorScheduler("flippingbook-http-timer", true);
    Server server = new Server(threads, scheduler, null);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setUriCompliance(UriCompliance.UNSAFE); // StrictRequestHandler is stricter
    // Otherwise a header with a wrong key is read as the earlier one that differs in case alone.
    http.setHeaderCacheCaseSensitive(true);
    ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    ServerConnector secure =
        https == null ? null : HttpsConnector.of(server, http, https.context());

    ServletContextHandler servlets = new ServletContextHandler();
    servlets.addServlet(new ServletHolder(javalin(options, gateway).javalinServlet()), "/*");
    server.setHandler(new StrictRequestHandler(servlets, CONNECTION_IDLE, options.bodyTimeout()));
    server.setErrorHandler(new JettyErrorHandler(gateway));
    servlets.setErrorHandler(new JettyErrorHandler(gateway));

    WebServer web = new WebServer(server, connector, secure);
    try {
      listen(server, connector, options.host(), options.port());
      if (secure != null) {
        listen(server, secure, options.host(), https.port());
      }
      server.start();
    } catch (Exception e) {
      web.close();
      throw e instanceof IOException io ? io : new IOException("the server did not start", e);
    }
    return web;
  }

  /**
   * Returns the port for HTTP.
   *
   * @return the port, 1 to 65535
   */
  public int port() {
    return connector.getLocalPort();
  }

  /**
   * Returns the port for HTTPS.
   *
   * @return the port, 1 to 65535
   * @throws IllegalStateException if HTTPS is off
   */
  public int httpsPort() {
    if (secure == null) {
      throw new IllegalStateException("HTTPS is off: start the emulator with an HTTPS port");
    }
    return secure.getLocalPort();
  }

  /** Stops serving and frees the ports. */
  @Override
  public void close() {
    try {
      server.stop();
      connector.close(); // after a failed start, stop() does not close the ports
      if (secure != null) {
        secure.close();
      }
    } catch (Exception e) {
      throw new IllegalStateException("the server did not stop", e);
    }
  }

  /** Opens a port before the server starts, so that a failure can name this port. */
  private static void listen(Server server, ServerConnector connector, String host, int port)
      throws IOException {
    connector.setHost(host);
    connector.setPort(port);
    connector.setAcceptQueueSize(MAX_WAITING);
    connector.setIdleTimeout(CONNECTION_IDLE.toMillis());
    server.addConnector(connector);
    try {
      connector.open();
    } catch (IOException e) {
      throw new IOException(cannotListen(host + ":" + port, e), e);
    }
  }

  private static String cannotListen(String address, IOException e) {
    // The system's reason: in use, not permitted, not an address of this machine.
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return e instanceof BindException || cause instanceof BindException
        ? "Cannot listen on %s (%s). Choose another port, or 0 for any free one."
            .formatted(address, cause.getMessage())
        : "Cannot listen on " + address + ": " + e.getMessage();
  }

  private static Javalin javalin(ServerOptions options, Supplier<? extends Gateway<?>> gateway) {
    return Javalin.create(
        config -> {
          config.startup.showJavalinBanner = false;
          config.startup.startupWatcherEnabled = false;
          config.startup.showOldJavalinVersionWarning = false;
          config.http.compressionStrategy = CompressionStrategy.NONE;
          config.router.javaLangErrorHandler(
              (response, error) -> {
                throw new IllegalStateException(error);
              });
          route(config, gateway);
          allowOrigins(config, options.corsOrigins());
        });
  }

  private static void route(JavalinConfig config, Supplier<? extends Gateway<?>> gateway) {
    var endpoints = gateway.get().endpoints().all();
    for (int i = 0; i < endpoints.size(); i++) {
      int number = i;
      Endpoint<?> endpoint = endpoints.get(i);
      Handler handler = context -> gateway.get().serve(number, context);
      config.routes.addHttpHandler(handlerType(endpoint.method()), endpoint.path(), handler);
      if (endpoint.hasHead()) {
        config.routes.head(endpoint.path(), handler);
      }
    }
    // Unless they are listed here, Javalin answers its own exceptions itself, in plain text.
    for (var type : List.of(Exception.class, HttpResponseException.class)) {
      config.routes.exception(type, (failure, context) -> gateway.get().refuse(context, failure));
    }
  }

  private static HandlerType handlerType(String method) {
    return switch (method) {
      case "GET" -> HandlerType.GET;
      case "POST" -> HandlerType.POST;
      case "PUT" -> HandlerType.PUT;
      case "DELETE" -> HandlerType.DELETE;
      default -> throw new IllegalArgumentException("no endpoint has the method " + method);
    };
  }

  private static void allowOrigins(JavalinConfig config, List<String> origins) {
    if (!origins.isEmpty()) {
      config.bundledPlugins.enableCors(
          cors ->
              cors.addRule(
                  rule -> {
                    rule.path = Endpoints.API + "/*";
                    origins.forEach(rule::allowHost);
                  }));
      // The plugin only adds headers; a browser also requires a status of success.
      config.routes.options(Endpoints.API + "/*", WebServer::answerPreflight);
    }
  }

  private static void answerPreflight(Context context) {
    if (context.res().getHeader("Access-Control-Allow-Origin") == null) {
      throw FailureMapper.ofStatus(404);
    }
    context.status(204);
  }
}
