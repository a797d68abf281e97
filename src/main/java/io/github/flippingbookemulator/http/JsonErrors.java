package io.github.flippingbookemulator.http;

import io.github.flippingbookemulator.error.Refusal;
import io.github.flippingbookemulator.http.Gateway.RawAnswer;
import java.nio.ByteBuffer;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Gives the envelope also to requests that fail before they reach the gateway. */
final class JsonErrors extends ErrorHandler {
  private final Supplier<? extends Gateway<?>> gateway;

  JsonErrors(Supplier<? extends Gateway<?>> gateway) {
    this.gateway = gateway;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    RawAnswer answer =
        gateway
            .get()
            .refuseRaw(
                request.getMethod(),
                request.getHttpURI() == null ? "" : Request.getPathInContext(request),
                refusal(request, response.getStatus()));
    response.setStatus(answer.status());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    Runnable write = () -> response.write(true, ByteBuffer.wrap(answer.body()), callback);
    if (request.getHeaders().contains(HttpHeader.EXPECT)) {
      write.run(); // the client waits for leave to send its body, and is better not given it
    } else {
      // The server closes the connection after such an answer, and would cut off a client that is
      // still sending.
      Content.Source.consumeAll(
          Request.unWrap(request), Callback.from(write, failed -> write.run()));
    }
    return true;
  }

  /** A path that cannot be a path is none of an endpoint; other nonsense is not valid HTTP. */
  private static Refusal refusal(Request request, int status) {
    boolean badPath =
        status == 400
            && request.getHttpURI() != null
            && (request.getHttpURI().hasViolations() || request.getHttpURI().getPath() == null);
    return Failures.ofStatus(badPath ? 404 : status);
  }
}
