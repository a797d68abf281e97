package io.github.flippingbookemulator.internal.http;

import io.github.flippingbookemulator.error.ErrorCode;
import io.github.flippingbookemulator.error.Refusal;
import io.github.flippingbookemulator.internal.http.Gateway.RawAnswer;
import java.nio.ByteBuffer;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Writes the error envelope for requests that fail before they reach the gateway. */
final class JettyErrorHandler extends ErrorHandler {
  private static final Refusal PLAIN =
      Refusal.of(
          ErrorCode.INVALID_DATA,
          "This port speaks HTTPS, and the request came as plain HTTP: call https://.");

  private final Supplier<? extends Gateway<?>> gateway;

  JettyErrorHandler(Supplier<? extends Gateway<?>> gateway) {
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
                StrictRequestHandler.isPlainAtHttps(request)
                    ? PLAIN
                    : FailureMapper.ofStatus(response.getStatus()));
    response.setStatus(answer.status());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    response.write(true, ByteBuffer.wrap(answer.body()), callback);
    return true;
  }
}
