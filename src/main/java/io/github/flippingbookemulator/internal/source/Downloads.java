package io.github.flippingbookemulator.internal.source;

import io.github.flippingbookemulator.internal.source.pdf.PdfInspection;
import io.github.flippingbookemulator.internal.time.Threads;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Fetches files over HTTP: follows redirects, accepts any content type (D), writes the bytes to
 * disk as they come. The client is made on first use and kept across resets.
 */
public final class Downloads {
  private final Threads threads;
  private final Supplier<Duration> timeout;
  private @Nullable HttpClient client;

  /**
   * Prepares for downloads; makes no client yet.
   *
   * @param threads where responses are handled
   * @param timeout the limit for a whole download, in real time; asked for each download
   */
  public Downloads(Threads threads, Supplier<Duration> timeout) {
    this.threads = threads;
    this.timeout = timeout;
  }

  /** Fetches a file; throws or completes with an {@link UnusableFile} that says why it cannot. */
  CompletableFuture<Path> download(String url, Path target) {
    HttpRequest request = request(url);
    Duration limit = timeout.get();
    AtomicReference<@Nullable BoundedDownload> body = new AtomicReference<>();
    CompletableFuture<HttpResponse<Path>> response =
        client()
            .sendAsync(
                request,
                info -> {
                  BoundedDownload download =
                      new BoundedDownload(target, info.statusCode(), PdfInspection.MOST_BYTES);
                  body.set(download);
                  return download;
                });
    return threads
        .within(limit, response.copy())
        .handle(
            (answer, failure) -> {
              if (failure == null) {
                return answer.body();
              }
              response.cancel(true); // closes the connection, also before any response
              BoundedDownload unfinished = body.get();
              if (unfinished != null) {
                unfinished.onError(failure);
              }
              throw new UnusableFile(
                  "The url " + url + " cannot be used: " + reason(failure, limit));
            });
  }

  private static HttpRequest request(String url) {
    try {
      URI uri = URI.create(url.strip());
      if (uri.getHost() != null && String.valueOf(uri.getScheme()).matches("(?i)https?")) {
        return HttpRequest.newBuilder(uri).build();
      }
    } catch (IllegalArgumentException e) {
      // Not a URL: rejected below, as other schemes are.
    }
    throw new UnusableFile("The url '" + url + "' is not an absolute http or https address.");
  }

  private static String reason(Throwable failure, Duration limit) {
    Throwable cause = failure;
    while (cause.getCause() != null
        && (cause instanceof CompletionException || cause.getCause() instanceof UnusableFile)) {
      cause = cause.getCause();
    }
    if (cause instanceof UnusableFile) {
      return String.valueOf(cause.getMessage());
    }
    if (cause instanceof TimeoutException || cause instanceof HttpTimeoutException) {
      return "it took longer than " + limit.toMillis() / 1000.0 + " s.";
    }
    if (cause instanceof ConnectException) {
      return cause.getCause() instanceof UnresolvedAddressException
              || cause.getCause() instanceof ConnectException again
                  && again.getCause() instanceof UnresolvedAddressException
          ? "its host is unknown."
          : "nothing listens there.";
    }
    return "the connection failed (" + cause.getMessage() + ").";
  }

  private synchronized HttpClient client() {
    if (client == null) {
      client =
          HttpClient.newBuilder()
              .followRedirects(HttpClient.Redirect.ALWAYS)
              .executor(threads.workers())
              .build();
    }
    return client;
  }
}
