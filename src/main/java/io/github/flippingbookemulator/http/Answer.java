package io.github.flippingbookemulator.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** What an endpoint answers. Refusals are not answers: they are thrown. */
public sealed interface Answer {
  /**
   * The usual answer of the API: {@code "success": true} and what the call brings.
   *
   * @param properties what the call brings, in order, in types that Jackson writes
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
   * @param value what Jackson writes
   */
  record Plain(Object value) implements Answer {}

  /**
   * A file.
   *
   * @param contentType its type
   * @param bytes its content
   */
  record File(String contentType, byte[] bytes) implements Answer {}

  /**
   * An answer with another status than 200.
   *
   * @param status the HTTP status
   * @param answer the answer
   */
  record WithStatus(int status, Answer answer) implements Answer {}

  /** No answer at all: the connection is closed. */
  record HangUp() implements Answer {}

  /**
   * An answer that is not there yet; no thread waits for it.
   *
   * @param answer brings the answer, or fails with a refusal
   */
  record Later(CompletableFuture<? extends Answer> answer) implements Answer {}

  /**
   * Starts the usual answer.
   *
   * @return an envelope with nothing but {@code "success": true}
   */
  static Envelope ok() {
    return new Envelope(Map.of("success", true));
  }

  /**
   * Answers once a future is complete: at once if it is.
   *
   * @param future what the answer waits for, without a thread
   * @param then makes the answer
   * @param <T> what the future brings
   * @return the answer, or one that is not there yet
   */
  static <T> Answer after(CompletableFuture<T> future, Function<? super T, Answer> then) {
    return future.isDone() && !future.isCompletedExceptionally()
        ? then.apply(future.join())
        : new Later(future.thenApply(then));
  }
}
