package io.github.flippingbookemulator.http;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Closes what the framework would open on its own: HEAD on the endpoints of GET, and other methods
 * behind {@code X-HTTP-Method-Override}. Neither is an endpoint of the API.
 */
final class FrontDoor extends Handler.Wrapper {
  private static final String OVERRIDE = "X-HTTP-Method-Override";

  FrontDoor(Handler inside) {
    super(inside);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (HttpMethod.HEAD.is(request.getMethod())) {
      Response.writeError(request, response, callback, 404);
      return true;
    }
    Request inner = request.getHeaders().contains(OVERRIDE) ? new Plain(request) : request;
    return super.handle(inner, response, callback);
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
