package io.github.flippingbookemulator.internal.outbound;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Connection;
import org.jspecify.annotations.Nullable;

/** One sending of a request by Jetty's client. */
final class Attempt {
  private static final long NOT_BEGUN = -1;

  private final Request request;
  private long bytesBefore = NOT_BEGUN;

  Attempt(Request request, ResponseReader reader) {
    this.request = request;
    request.onRequestBegin(
        begun -> {
          if (begun.getConnection() instanceof Connection connection) {
            bytesBefore = connection.getBytesIn();
          }
        });
    request.onResponseBegin(response -> reader.status(response.getStatus()));
    request.onResponseHeaders(
        response -> orAbort(response, () -> reader.headers(headers(response))));
    request.onResponseContent((response, part) -> orAbort(response, () -> reader.content(part)));
  }

  Request request() {
    return request;
  }

  /** Sends it; afterwards, the listener gets why it failed, or null. */
  void send(Consumer<@Nullable Throwable> listener) {
    request.send(
        result -> {
          // That the request was not read to its end does not matter if there is a response.
          Throwable failure = result.getResponseFailure();
          boolean unanswered = result.getResponse().getStatus() == 0;
          listener.accept(failure == null && unanswered ? result.getRequestFailure() : failure);
        });
  }

  /**
   * Whether it failed because the server had closed a kept connection: one that has brought
   * responses before, but not a byte of this one.
   */
  boolean onClosedConnection() {
    return request.getConnection() instanceof Connection connection
        && connection.getMessagesIn() > 0
        && (bytesBefore == NOT_BEGUN || connection.getBytesIn() == bytesBefore);
  }

  private static Map<String, List<String>> headers(Response response) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (HttpField field : response.getHeaders()) {
      headers
          .computeIfAbsent(field.getName(), name -> new ArrayList<>())
          .add(String.valueOf(field.getValue()));
    }
    return headers;
  }

  private static void orAbort(Response response, Reading reading) {
    try {
      reading.run();
    } catch (IOException | RuntimeException e) {
      response.abort(e);
    }
  }

  private interface Reading {
    void run() throws IOException;
  }
}
