package io.github.flippingbookemulator.internal.compare;

import io.github.flippingbookemulator.internal.time.Stopwatch;
import io.github.flippingbookemulator.internal.time.Threads;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * Calls one side, politely: with a pause between calls, and longer ones when the side asks for
 * them. It follows no redirect, so that the key goes to the given address only. For one thread.
 */
final class ApiClient {
  private static final int TRIES = 4;

  private final URI root;
  private final String key;
  private final Pauses pauses;
  private final Duration limit;
  private final Threads threads;
  private final HttpClient client;

  /** Begins with the client, so that its first call keeps the pause after another client's last. */
  private Stopwatch sinceLast = Stopwatch.start();

  private int refusals;

  /**
   * Makes no call yet.
   *
   * @param root the address without {@code /api/v1}
   * @param key goes into the header of each call
   * @param pauses how long to wait between calls
   * @param limit how long a call may take as a whole
   * @param threads run the time-outs
   */
  ApiClient(URI root, String key, Pauses pauses, Duration limit, Threads threads) {
    this.root = root;
    this.key = key;
    this.pauses = pauses;
    this.limit = limit;
    this.threads = threads;
    client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(limit)
            .build();
  }

  URI root() {
    return root;
  }

  /** How many calls were refused as too fast. */
  int refusals() {
    return refusals;
  }

  /**
   * Makes a call, again if the side says that it came too fast.
   *
   * @throws NoAnswer if there is no answer, or none in time
   * @throws Stopped if the process ends
   */
  Reply send(ApiRequest request) {
    for (int i = 1; ; i++) {
      pauses.untilNext(sinceLast.elapsed());
      HttpResponse<byte[]> response = exchange(request);
      sinceLast = Stopwatch.start();
      if (response.statusCode() != 429) {
        return reply(response);
      }
      refusals++;
      if (i == TRIES) {
        throw new NoAnswer("answered 429 to " + TRIES + " tries");
      }
      pauses.asAsked(response.headers(), i);
    }
  }

  private static Reply reply(HttpResponse<byte[]> response) {
    String type = response.headers().firstValue("Content-Type").orElse("");
    if (response.statusCode() / 100 == 3) {
      throw new NoAnswer(
          "answered %d, a redirect, which is not followed".formatted(response.statusCode()));
    }
    return new Reply(response.statusCode(), type.replaceFirst(";.*", "").strip(), response.body());
  }

  private HttpResponse<byte[]> exchange(ApiRequest request) {
    CompletableFuture<HttpResponse<byte[]>> exchange;
    try {
      exchange = client.sendAsync(http(request), info -> new BoundedBody());
    } catch (IllegalArgumentException e) {
      throw new NoAnswer("cannot be called: " + e.getMessage());
    }
    try {
      return threads.within(limit, exchange.copy()).join();
    } catch (CompletionException e) {
      exchange.cancel(true); // otherwise a silent side keeps its connection open
      throw new NoAnswer(reason(e));
    }
  }

  private HttpRequest http(ApiRequest request) {
    byte[] body = request.body();
    HttpRequest.Builder http =
        HttpRequest.newBuilder(URI.create(root + "/api/v1" + request.path()))
            .method(
                request.method(),
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    if (body != null) {
      http.header("Content-Type", "application/json");
    }
    String authorization = request.authorization();
    if (authorization == null) {
      http.header("Authorization", "Bearer " + key);
    } else if (!authorization.isEmpty()) {
      http.header("Authorization", authorization);
    }
    return http.build();
  }

  private String reason(Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    for (Throwable each = cause; each != null; each = each.getCause()) {
      if (each instanceof NoAnswer) {
        return String.valueOf(each.getMessage());
      }
      if (each instanceof UnresolvedAddressException) {
        return "has a host name that is unknown";
      }
    }
    if (cause instanceof TimeoutException || cause instanceof HttpTimeoutException) {
      return "did not answer within " + limit.toMillis() / 1000.0 + " s";
    }
    if (cause instanceof ConnectException) {
      return "does not accept connections";
    }
    if (cause instanceof SSLException) {
      return "could not be reached by HTTPS: " + cause.getMessage();
    }
    return "broke the connection off, or does not speak HTTP";
  }
}
