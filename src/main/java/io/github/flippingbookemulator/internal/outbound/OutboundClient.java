package io.github.flippingbookemulator.internal.outbound;

import java.net.ProxySelector;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests without blocking a thread, over connections that are kept. What it needs is loaded
 * with the first request, and for https with the first of these. It outlives resets.
 */
public final class OutboundClient implements AutoCloseable {
  /** More kept connections than one server has closed at a time. */
  private static final int MOST_RESENDS = 100;

  private final Supplier<SSLContext> trust;
  private final Supplier<@Nullable ProxySelector> proxies;
  private @Nullable JettyClient plain;
  private @Nullable JettyClient secure;
  private boolean closed;

  /**
   * Prepares a client; nothing is loaded yet.
   *
   * @param trust makes what says which servers to trust
   */
  public OutboundClient(Supplier<SSLContext> trust) {
    this(trust, ProxySelector::getDefault);
  }

  OutboundClient(Supplier<SSLContext> trust, Supplier<@Nullable ProxySelector> proxies) {
    this.trust = trust;
    this.proxies = proxies;
  }

  /**
   * Sends a request. Redirects are not followed.
   *
   * <p>A server may close a kept connection at any time, also when the request is already on its
   * way. If nothing of a response has come on such a connection, the request goes out again at
   * once, until it has failed on a new one.
   *
   * @param request the request
   * @param reader gets the response
   */
  public OutboundExchange send(OutboundRequest request, ResponseReader reader) {
    OutboundExchange exchange = new OutboundExchange();
    attempt(request, reader, exchange, MOST_RESENDS);
    return exchange;
  }

  private void attempt(
      OutboundRequest request, ResponseReader reader, OutboundExchange exchange, int resends) {
    try {
      boolean https = request.url().scheme().equals("https");
      Attempt attempt = client(https).attempt(request, reader);
      if (exchange.begin(attempt.request())) {
        attempt.send(failure -> ended(attempt, failure, request, reader, exchange, resends));
      }
    } catch (RuntimeException e) {
      exchange.abort(e);
    }
  }

  private void ended(
      Attempt attempt,
      @Nullable Throwable failure,
      OutboundRequest request,
      ResponseReader reader,
      OutboundExchange exchange,
      int resends) {
    if (failure == null) {
      exchange.end().complete(null);
    } else if (request.repeatable()
        && attempt.onClosedConnection()
        && resends > 0
        && !exchange.end().isDone()) {
      attempt(request, reader, exchange, resends - 1);
    } else {
      exchange.end().completeExceptionally(failure);
    }
  }

  private synchronized JettyClient client(boolean https) {
    if (closed) {
      throw new IllegalStateException("the emulator has been stopped");
    }
    if (https) {
      secure = secure == null ? JettyClient.secure(proxies.get(), trust.get()) : secure;
      return secure;
    }
    plain = plain == null ? JettyClient.plain(proxies.get()) : plain;
    return plain;
  }

  /** Ends its threads and closes its connections. */
  @Override
  public synchronized void close() {
    closed = true;
    if (plain != null) {
      plain.close();
    }
    if (secure != null) {
      secure.close();
    }
  }
}
