package io.github.flippingbookemulator.internal.trigger;

import io.github.flippingbookemulator.internal.outbound.FailureText;
import io.github.flippingbookemulator.internal.outbound.OutboundClient;
import io.github.flippingbookemulator.internal.outbound.OutboundExchange;
import io.github.flippingbookemulator.internal.outbound.OutboundRequest;
import io.github.flippingbookemulator.internal.outbound.ResponseReader;
import io.github.flippingbookemulator.internal.outbound.WebUrl;
import io.github.flippingbookemulator.internal.time.Threads;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Posts to webhooks without blocking a thread. */
public final class WebhookSender {
  /** How long the rest of a response is waited for, so that its connection can be used again. */
  private static final Duration REST = Duration.ofMillis(100);

  private final OutboundClient client;
  private final Threads threads;
  private final Supplier<Duration> timeout;

  /**
   * Creates the sender.
   *
   * @param client sends the requests
   * @param threads runs the time-outs
   * @param timeout returns how long an endpoint may take, in real time, because endpoints do not
   *     know the emulator's clock
   */
  public WebhookSender(OutboundClient client, Threads threads, Supplier<Duration> timeout) {
    this.client = client;
    this.threads = threads;
    this.timeout = timeout;
  }

  /**
   * What came of a post.
   *
   * @param status the status of the response; empty if there was none
   * @param failure why there was none, in words; null if there was one
   */
  record Outcome(OptionalInt status, @Nullable String failure) {}

  /**
   * Posts JSON. The status line decides: what follows it may be slow or cut off.
   *
   * @param postmark for an inbox, see {@link Inboxes#postmark}; if that hangs up, it is meant to
   * @return completes with what came of it, also if nothing could be sent; cancelling it closes the
   *     connection
   */
  CompletableFuture<Outcome> post(WebUrl url, String json, Optional<String> postmark) {
    CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    Duration limit = timeout.get();
    Response response = new Response();
    OutboundExchange exchange =
        client.send(
            new OutboundRequest(
                "POST",
                url,
                postmark.map(mark -> Map.of(Inboxes.POSTMARK, mark)).orElse(Map.of()),
                json,
                postmark.isEmpty()),
            response);
    response.begun.thenAccept(
        status ->
            threads
                .within(REST, exchange.end().copy())
                .whenComplete((end, failure) -> outcome.complete(answered(status))));
    threads
        .within(limit, exchange.end().copy())
        .whenComplete(
            (end, failure) -> {
              Integer status = response.begun.getNow(null);
              outcome.complete(
                  status != null
                      ? answered(status)
                      : new Outcome(OptionalInt.empty(), reason(failure, url, limit)));
              exchange.abort(new TimeoutException()); // else a silent endpoint keeps it open
            });
    outcome.whenComplete(
        (value, failure) -> {
          if (failure != null) {
            exchange.abort(failure);
          }
        });
    return outcome;
  }

  private static Outcome answered(int status) {
    return new Outcome(OptionalInt.of(status), null);
  }

  private static String reason(@Nullable Throwable failure, WebUrl url, Duration limit) {
    return failure == null ? "the answer is not HTTP" : FailureText.of(failure, url, limit);
  }

  /** Reads a short body, so that its connection can be used again, and gives up a long one. */
  private static final class Response implements ResponseReader {
    private static final int SHORT = 65_536;

    private final CompletableFuture<@Nullable Integer> begun = new CompletableFuture<>();
    private long received;

    @Override
    public void status(int status) {
      begun.complete(status);
    }

    @Override
    public void content(ByteBuffer part) throws IOException {
      received += part.remaining();
      if (received > SHORT) {
        throw new IOException("the rest of the answer is not needed");
      }
    }
  }
}
