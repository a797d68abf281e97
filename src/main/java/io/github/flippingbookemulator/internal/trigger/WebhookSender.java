package io.github.flippingbookemulator.internal.trigger;

import io.github.flippingbookemulator.internal.time.Threads;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Posts to webhooks without blocking a thread. The HTTP client is created on first use and kept
 * across resets.
 */
public final class WebhookSender {
  private final Threads threads;
  private final Supplier<Duration> timeout;
  private @Nullable HttpClient client;

  /**
   * Creates the sender.
   *
   * @param threads runs the time-outs
   * @param timeout returns how long an endpoint may take, in real time, because endpoints do not
   *     know the emulator's clock
   */
  public WebhookSender(Threads threads, Supplier<Duration> timeout) {
    this.threads = threads;
    this.timeout = timeout;
  }

  /** Posts JSON; completes with the status of the response, or fails if there is none. */
  CompletableFuture<Integer> post(String endpoint, String json, Inboxes inboxes) {
    CompletableFuture<HttpResponse<Void>> exchange;
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(endpoint))
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(json));
      inboxes.postmark(endpoint).ifPresent(mark -> request.header(Inboxes.POSTMARK, mark));
      exchange = client().sendAsync(request.build(), info -> new IgnoredBody());
    } catch (RuntimeException e) {
      // A URL that the client rejects is a failure of the endpoint, like any other.
      return CompletableFuture.failedFuture(e);
    }
    CompletableFuture<Integer> status =
        threads.within(timeout.get(), exchange.thenApply(HttpResponse::statusCode));
    status.whenComplete(
        (value, failure) -> {
          if (failure != null) {
            exchange.cancel(true); // otherwise a silent endpoint keeps its connection open
          }
        });
    return status;
  }

  /** Returns why there was no response, in words. */
  String reason(Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof TimeoutException) {
      return "no answer within " + timeout.get().toMillis() / 1000.0 + " s";
    }
    if (cause instanceof ConnectException) {
      Throwable root = cause;
      while (root.getCause() != null) {
        root = root.getCause();
      }
      return root instanceof UnresolvedAddressException ? "unknown host" : "nothing listens there";
    }
    return "the connection failed: " + cause.getMessage();
  }

  private synchronized HttpClient client() {
    if (client == null) {
      client =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .followRedirects(HttpClient.Redirect.NEVER)
              // Responses are handled on the client's own thread: waiting for a free worker would
              // add to the measured time.
              .executor(Runnable::run)
              .build();
    }
    return client;
  }

  /** Reads a short body, so that its connection can be used again, and cancels a long one. */
  private static final class IgnoredBody implements HttpResponse.BodySubscriber<Void> {
    private static final int SHORT = 65_536;

    private final CompletableFuture<@Nullable Void> done = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;
    private long received;

    @Override
    @SuppressWarnings("unchecked")
    public CompletionStage<Void> getBody() {
      return (CompletionStage<Void>) (CompletionStage<?>) done;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      this.subscription = subscription;
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
      received += buffers.stream().mapToInt(ByteBuffer::remaining).sum();
      if (received > SHORT && subscription != null) {
        subscription.cancel();
        done.complete(null);
      }
    }

    @Override
    public void onError(Throwable failure) {
      done.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
      done.complete(null);
    }
  }
}
