package io.github.flippingbookemulator.control.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.flippingbookemulator.error.ErrorCode;
import io.github.flippingbookemulator.error.Refusal;
import io.github.flippingbookemulator.internal.control.ControlJson;
import io.github.flippingbookemulator.internal.control.ControlOperation;
import io.github.flippingbookemulator.internal.control.ControlRoutes;
import io.github.flippingbookemulator.internal.json.UnreadableJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Makes the calls of a {@link HttpControl}. Converts records to JSON and back, and error responses
 * to the exceptions that the emulator would throw in the same JVM.
 */
final class ControlClient {
  private static final Duration TO_CONNECT = Duration.ofSeconds(10);

  private final URI base;
  private final @Nullable String token;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(TO_CONNECT)
          .build();

  ControlClient(URI base, @Nullable String token) {
    this.base = base;
    this.token = token;
  }

  URI base() {
    return base;
  }

  /** Makes a call that needs no body. */
  <R> R call(ControlOperation<ControlOperation.Nothing, R> operation, Object... inPath) {
    return call(operation, new ControlOperation.Nothing(), inPath);
  }

  /**
   * Makes a call.
   *
   * @param inPath the values of the names in its path, in order; a further one is the value of its
   *     query parameter
   */
  <B, R> R call(ControlOperation<B, R> operation, B body, Object... inPath) {
    String path = operation.path();
    int used = 0;
    while (path.contains("{")) {
      path = path.replaceFirst("\\{\\w+}", encoded(inPath[used++]).replace("$", "\\$"));
    }
    if (used < inPath.length) {
      path += "?" + operation.query() + "=" + encoded(inPath[used]);
    }
    boolean hasBody = operation.method().matches("POST|PUT");
    JsonNode answer =
        send(operation.method(), path, hasBody ? json(body) : BodyPublishers.noBody());
    return result(operation, answer);
  }

  @SuppressWarnings("unchecked") // the operation says what it returns
  private static <R> R result(ControlOperation<?, R> operation, JsonNode answer) {
    if (operation.list() != null) {
      return (R) ControlJson.readList(answer.path(operation.list()), operation.result());
    }
    return operation.result() == ControlOperation.Nothing.class
        ? (R) new ControlOperation.Nothing()
        : (R) ControlJson.read(answer, operation.result());
  }

  <T> T get(String path, Class<T> type) {
    return ControlJson.read(send("GET", path, BodyPublishers.noBody()), type);
  }

  /** Reads a list that is the only property of a response. */
  <T> List<T> list(String path, String property, Class<T> type) {
    return ControlJson.readList(send("GET", path, BodyPublishers.noBody()).path(property), type);
  }

  void post(String path) {
    send("POST", path, BodyPublishers.noBody());
  }

  JsonNode post(String path, Object body) {
    return send("POST", path, json(body));
  }

  <T> T post(String path, Object body, Class<T> type) {
    return ControlJson.read(post(path, body), type);
  }

  void put(String path, Object body) {
    send("PUT", path, json(body));
  }

  void put(String path, BodyPublisher bytes) {
    send("PUT", path, bytes);
  }

  void delete(String path) {
    send("DELETE", path, BodyPublishers.noBody());
  }

  /** Reads without blocking. */
  <T> CompletableFuture<T> getLater(String path, Class<T> type) {
    return client
        .sendAsync(request("GET", path, BodyPublishers.noBody()), BodyHandlers.ofByteArray())
        .thenApply(answer -> ControlJson.read(checked(answer), type));
  }

  /** Encodes a part of a path or query. */
  static String encoded(Object part) {
    return URLEncoder.encode(part.toString(), StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static BodyPublisher json(Object body) {
    return BodyPublishers.ofByteArray(ControlJson.write(body));
  }

  private HttpRequest request(String method, String path, BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + ControlRoutes.ROOT + path))
            .header("Content-Type", "application/json")
            .method(method, body);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return request.build();
  }

  /** Reads a file. */
  byte[] bytes(String path) {
    return exchange("GET", path, BodyPublishers.noBody());
  }

  private JsonNode send(String method, String path, BodyPublisher body) {
    try {
      return ControlJson.parse(exchange(method, path, body));
    } catch (UnreadableJson e) {
      throw new IllegalArgumentException(base + " is no emulator: it does not answer with JSON");
    }
  }

  private byte[] exchange(String method, String path, BodyPublisher body) {
    try {
      return checked(client.send(request(method, path, body), BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException("the emulator at " + base + " does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the emulator was called", e);
    }
  }

  /**
   * Returns the body of a successful response; throws the exception that an error response stands
   * for.
   */
  private byte[] checked(HttpResponse<byte[]> answer) {
    if (answer.statusCode() == 200) {
      return answer.body();
    }
    JsonNode json;
    try {
      json = ControlJson.parse(answer.body());
    } catch (UnreadableJson e) {
      json = MissingNode.getInstance(); // a proxy's page, or another server
    }
    String message =
        json.path("message").asText(base + " is no emulator: it answered " + answer.statusCode());
    String code = json.path("code").asText();
    for (ErrorCode each : ErrorCode.values()) {
      if (each.wire().equals(code)) {
        throw Refusal.of(each, message);
      }
    }
    boolean wrong = Arrays.asList(400, 404).contains(answer.statusCode());
    throw wrong ? new IllegalArgumentException(message) : new IllegalStateException(message);
  }
}
