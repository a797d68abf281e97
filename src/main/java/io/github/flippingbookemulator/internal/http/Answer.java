package io.github.flippingbookemulator.internal.http;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** The response of an endpoint. Refusals are thrown instead. */
public sealed interface Answer {
  /**
   * The usual response of the API: {@code "success": true} and further properties.
   *
   * @param properties all properties, in order, of types that Jackson can write
   */
  record Envelope(Map<String, Object> properties) implements Answer {
    /**
     * Adds a property.
     *
     * @param name its name
     * @param value its value, not null
     * @return an envelope that also has this property
     */
    public Envelope and(String name, Object value) {
      Map<String, Object> more = new LinkedHashMap<>(properties);
      more.put(name, value);
      return new Envelope(more);
    }
  }

  /**
   * JSON without the envelope.
   *
   * @param value a value that Jackson can write
   */
  record Plain(Object value) implements Answer {}

  /**
   * A response whose bytes are ready, such as a file or a page.
   *
   * @param status the HTTP status
   * @param contentType its type
   * @param bytes its content
   * @param headers further headers
   */
  record File(int status, String contentType, byte[] bytes, Map<String, String> headers)
      implements Answer {
    /**
     * Makes a response with status 200 and no further headers.
     *
     * @param contentType its type
     * @param bytes its content
     */
    public File(String contentType, byte[] bytes) {
      this(200, contentType, bytes, Map.of());
    }
  }

  /**
   * A file that is sent from disk, because it is too large for memory.
   *
   * @param contentType its type
   * @param path the file on disk
   * @param headers further headers
   */
  record StoredFile(String contentType, Path path, Map<String, String> headers) implements Answer {}

  /**
   * A response with another status than 200.
   *
   * @param status the HTTP status
   * @param answer the response
   */
  record WithStatus(int status, Answer answer) implements Answer {}

  /**
   * A response that is sent until its source is over or the client disconnects. It blocks no
   * thread.
   *
   * @param contentType its type
   * @param source the source of its bytes
   */
  record Stream(String contentType, StreamSource source) implements Answer {}

  /** No response: the connection is closed. */
  record HangUp() implements Answer {}

  /**
   * A response that will be ready later. It blocks no thread.
   *
   * @param answer completes with the response, or with a refusal
   */
  record Later(CompletableFuture<? extends Answer> answer) implements Answer {}

  /**
   * Makes the usual response, to which properties can be added.
   *
   * @return an envelope with nothing but {@code "success": true}
   */
  static Envelope ok() {
    return new Envelope(Map.of("success", true));
  }

  /**
   * Makes a response from the result of a future; at once if it is complete already.
   *
   * @param future the future; waiting for it blocks no thread
   * @param then makes the response from the result
   * @param <T> the type of the result
   * @return the response, or a {@link Later}
   */
  static <T> Answer after(CompletableFuture<T> future, Function<? super T, Answer> then) {
    return future.isDone() && !future.isCompletedExceptionally()
        ? then.apply(future.join())
        : new Later(future.thenApply(then).thenCompose(Answer::settled));
  }

  /**
   * Waits for a response that is ready later.
   *
   * @param answer the response
   * @return completes with a response that is ready
   */
  static CompletableFuture<Answer> settled(Answer answer) {
    return answer instanceof Later later
        ? later.answer().thenApply(ready -> ready)
        : CompletableFuture.completedFuture(answer);
  }
}
