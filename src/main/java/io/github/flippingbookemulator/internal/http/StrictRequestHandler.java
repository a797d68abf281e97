package io.github.flippingbookemulator.internal.http;

import io.github.flippingbookemulator.internal.http.Endpoints.Endpoint;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Refuses or ignores what the framework would accept by default: HEAD on the endpoints of GET,
 * other methods by {@code X-HTTP-Method-Override}, and ambiguous paths such as {@code a%2Fb}. The
 * API has none of these; the dashboard has HEAD endpoints. Also refuses plain HTTP on the HTTPS
 * port.
 */
final class StrictRequestHandler extends Handler.Wrapper {
  /** The name of the connector for HTTPS. */
  static final String HTTPS = "https";

  private static final String OVERRIDE = "X-HTTP-Method-Override";

  StrictRequestHandler(Handler inside) {
    super(inside);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (isPlainAtHttps(request)) {
      refuse(request, response, callback, 400);
      return true;
    }
    HttpURI uri = request.getHttpURI();
    String method = request.getMethod();
    if (uri.hasViolations()
        || HttpMethod.HEAD.is(method) && !Endpoint.isDashboard(method, uri.getPath())) {
      refuse(request, response, callback, 404);
      return true;
    }
    Request inner = request.getHeaders().contains(OVERRIDE) ? new Plain(request) : request;
    return super.handle(inner, response, callback);
  }

  /** Tells whether a plain HTTP request came to the HTTPS port. */
  static boolean isPlainAtHttps(Request request) {
    return !request.isSecure()
        && HTTPS.equals(request.getConnectionMetaData().getConnector().getName());
  }

  /**
   * Answers after the body has been read. Otherwise the server closes the connection, and a client
   * that is still sending could miss the response.
   */
  private static void refuse(Request request, Response response, Callback callback, int status) {
    Runnable answer = () -> Response.writeError(request, response, callback, status);
    if (request.getHeaders().contains(HttpHeader.EXPECT)) {
      answer.run(); // the client sends its body only after "100 Continue", which reading would send
    } else {
      Content.Source.consumeAll(request, Callback.from(answer, failure -> answer.run()));
    }
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
