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
 * Closes what the framework would open on its own: HEAD on the endpoints of GET, other methods
 * behind {@code X-HTTP-Method-Override}, and paths that mean another path, such as {@code a%2Fb}.
 * None is an endpoint of the API; the dashboard has endpoints of HEAD. Plain HTTP is not spoken at
 * the door for HTTPS.
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

  /** Tells whether a request came without encryption to where it is due. */
  static boolean isPlainAtHttps(Request request) {
    return !request.isSecure()
        && HTTPS.equals(request.getConnectionMetaData().getConnector().getName());
  }

  /**
   * Answers once the body has been read: a client that is still sending would lose an answer after
   * which the server closes the connection.
   */
  private static void refuse(Request request, Response response, Callback callback, int status) {
    Runnable answer = () -> Response.writeError(request, response, callback, status);
    if (request.getHeaders().contains(HttpHeader.EXPECT)) {
      answer.run(); // the client waits for leave to send its body, and is better not given it
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
