package io.github.flippingbookemulator.internal.http;

import io.github.flippingbookemulator.internal.http.Endpoints.Endpoint;
import java.time.Duration;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Handles requests before the framework does. Refuses or ignores what the framework would accept by
 * default: HEAD on endpoints of the API, other methods by {@code X-HTTP-Method-Override}, and
 * ambiguous paths such as {@code a%2Fb}. Refuses plain HTTP on the HTTPS port. Reads what is left
 * of a body after the response.
 */
final class StrictRequestHandler extends Handler.Wrapper {
  /** The name of the connector for HTTPS. */
  static final String HTTPS = "https";

  private static final String OVERRIDE = "X-HTTP-Method-Override";

  // Of an unwanted body, at most this many bytes are read. If there are more, the connection is
  // closed.
  private static final int MAX_DRAINED = 64 * Endpoints.MAX_BODY;

  private final HttpField idleTime;
  private final Duration bodyTimeout;

  /**
   * Wraps the framework.
   *
   * @param inside the framework
   * @param idleTime how long a connection is kept without a request; clients are told
   * @param bodyTimeout how long each megabyte of a body may take to arrive
   */
  StrictRequestHandler(Handler inside, Duration idleTime, Duration bodyTimeout) {
    super(inside);
    this.idleTime =
        new PreEncodedHttpField(HttpHeader.KEEP_ALIVE, "timeout=" + idleTime.toSeconds());
    this.bodyTimeout = bodyTimeout;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (isPlainAtHttps(request)) {
      refuse(request, response, callback, 400);
      return true;
    }
    tellIdleTime(request, response);
    HttpURI uri = request.getHttpURI();
    if (uri.hasViolations()
        || HttpMethod.HEAD.is(request.getMethod()) && Endpoint.isApi(uri.getPath())) {
      refuse(request, response, callback, 404);
      return true;
    }
    return super.handle(
        inner(request),
        response,
        BodyReader.hasBody(request)
            ? Callback.from(
                () -> drain(request, callback),
                failure -> {
                  BodyReader.forget(request);
                  callback.failed(failure);
                })
            : callback);
  }

  /** Tells whether a plain HTTP request came to the HTTPS port. */
  static boolean isPlainAtHttps(Request request) {
    return !request.isSecure()
        && HTTPS.equals(request.getConnectionMetaData().getConnector().getName());
  }

  /** Clients that know the time do not send a request just when the connection is closed. */
  private void tellIdleTime(Request request, Response response) {
    if (!request.getHeaders().contains(HttpHeader.CONNECTION, "close")) {
      response.getHeaders().put(idleTime);
    }
  }

  private static Request inner(Request request) {
    HttpURI uri = request.getHttpURI();
    String sent = uri.getPathQuery();
    String plain = PlainPath.of(sent);
    Request inner =
        plain.equals(sent)
            ? request
            : Request.serveAs(request, HttpURI.build(uri).pathQuery(plain).asImmutable());
    if (!plain.startsWith(uri.getPath())) {
      inner.setAttribute(PlainPath.DECODED, true);
    }
    return request.getHeaders().contains(OVERRIDE) ? new Plain(inner) : inner;
  }

  /**
   * Answers after the body has been read. Otherwise the server closes the connection, and a client
   * that is still sending could miss the response.
   */
  private void refuse(Request request, Response response, Callback callback, int status) {
    BodyReader.discard(request, MAX_DRAINED, bodyTimeout)
        .thenRun(() -> Response.writeError(request, response, callback, status));
  }

  private void drain(Request request, Callback callback) {
    BodyReader.forget(request);
    BodyReader.discard(request, MAX_DRAINED, bodyTimeout).thenRun(callback::succeeded);
  }

  private static final class Plain extends Request.Wrapper {
    private final HttpFields headers;

    Plain(Request request) {
      super(request);
      headers = HttpFields.build(request.getHeaders()).remove(OVERRIDE).asImmutable();
    }

    @Override
    public HttpFields getHeaders() {
      return headers;
    }
  }
}
