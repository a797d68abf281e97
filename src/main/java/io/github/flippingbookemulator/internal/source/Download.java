package io.github.flippingbookemulator.internal.source;

import io.github.flippingbookemulator.internal.fidelity.Reliance;
import io.github.flippingbookemulator.internal.fidelity.Statement;
import io.github.flippingbookemulator.internal.outbound.BadUrl;
import io.github.flippingbookemulator.internal.outbound.FailureText;
import io.github.flippingbookemulator.internal.outbound.OutboundClient;
import io.github.flippingbookemulator.internal.outbound.OutboundExchange;
import io.github.flippingbookemulator.internal.outbound.OutboundRequest;
import io.github.flippingbookemulator.internal.outbound.WebUrl;
import io.github.flippingbookemulator.internal.time.Threads;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One download, with its redirects: they are followed as browsers do, and share its cookies. */
final class Download {
  private static final int MOST_REDIRECTS = 20;

  private final OutboundClient client;
  private final Threads threads;
  private final Path target;
  private final boolean loopbackOnly;
  private final Duration limit;
  private final long mostBytes;
  private final Reliance reliance = Reliance.here();
  private final Cookies cookies = new Cookies();
  private final CompletableFuture<Path> result = new CompletableFuture<>();
  private @Nullable WebUrl current;
  private @Nullable OutboundExchange exchange;
  private @Nullable FileResponse response;

  Download(
      OutboundClient client,
      Threads threads,
      Path target,
      boolean loopbackOnly,
      Duration limit,
      long mostBytes) {
    this.client = client;
    this.threads = threads;
    this.target = target;
    this.loopbackOnly = loopbackOnly;
    this.limit = limit;
    this.mostBytes = mostBytes;
  }

  CompletableFuture<Path> from(WebUrl first) {
    ask(first, 0);
    return result;
  }

  /** Ends it, closes the connection, and returns why in words. */
  synchronized String giveUp(Throwable failure) {
    if (exchange != null) {
      exchange.abort(failure);
    }
    if (response != null) {
      response.close();
    }
    Throwable cause = failure;
    while (cause.getCause() != null
        && (cause instanceof CompletionException || cause.getCause() instanceof UnusableFile)) {
      cause = cause.getCause();
    }
    if (cause instanceof UnusableFile || current == null) {
      return String.valueOf(cause.getMessage());
    }
    if (cause instanceof TimeoutException) {
      reliance.add(Statement.SOURCE_DOWNLOAD_TIME);
    }
    return cause instanceof TimeoutException
        ? "it took longer than " + limit.toMillis() / 1000.0 + " s"
        : FailureText.of(cause, current, limit);
  }

  private synchronized void ask(WebUrl url, int redirects) {
    if (result.isDone()) {
      return; // given up between two redirects
    }
    if (loopbackOnly && !url.isLoopback()) {
      result.completeExceptionally(
          new UnusableFile(
              "files may only come from localhost and loopback addresses here, not from "
                  + url.host()));
      return;
    }
    FileResponse next = new FileResponse(target, mostBytes);
    current = url;
    response = next;
    exchange = client.send(new OutboundRequest("GET", url, cookies.of(url), null, true), next);
    exchange
        .end()
        .whenComplete(
            (end, failure) -> {
              try {
                next.close();
                if (failure != null) {
                  throw failure;
                }
                cookies.keep(url, next.headers());
                after(url, next, redirects);
              } catch (Throwable e) {
                result.completeExceptionally(e);
              }
            });
  }

  private void after(WebUrl url, FileResponse answer, int redirects) {
    String location = answer.location();
    if (location != null) {
      reliance.add(Statement.SOURCE_REDIRECTS);
    }
    if (location == null) {
      answer.requireFile();
      if (answer.isEncoded()) {
        reliance.add(Statement.SOURCE_CONTENT_ENCODING);
      }
      CompletableFuture.supplyAsync(() -> answer.unpacked(result::isDone), threads.workers())
          .whenComplete(
              (file, failure) -> {
                if (failure == null) {
                  result.complete(file);
                } else {
                  result.completeExceptionally(failure);
                }
              });
    } else if (redirects == MOST_REDIRECTS) {
      throw new UnusableFile("it was redirected more than " + MOST_REDIRECTS + " times");
    } else {
      ask(next(url, location), redirects + 1);
    }
  }

  private static WebUrl next(WebUrl url, String location) {
    try {
      return url.resolve(location);
    } catch (BadUrl e) {
      throw new UnusableFile(
          "it was redirected to '" + WebUrl.masked(location) + "', which " + e.reason());
    }
  }
}
