package io.github.flippingbookemulator.internal.outbound;

import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.client.Request;
import org.jspecify.annotations.Nullable;

/** A request under way. */
public final class OutboundExchange {
  private final CompletableFuture<@Nullable Void> end = new CompletableFuture<>();
  private volatile @Nullable Request current;

  OutboundExchange() {}

  /** Returns when the response is complete, or why it will not be. */
  public CompletableFuture<@Nullable Void> end() {
    return end;
  }

  /** Gives up, and closes the connection. Does nothing after the end. */
  public void abort(Throwable why) {
    end.completeExceptionally(why);
    Request request = current;
    if (request != null) {
      request.abort(why);
    }
  }

  /** Notes what is sent now; false if it has been given up already. */
  boolean begin(Request request) {
    current = request;
    return !end.isDone();
  }
}
