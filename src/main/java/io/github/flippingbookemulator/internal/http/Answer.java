package io.github.flippingbookemulator.internal.http;

import java.nio.file.Path;
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
   * A file, or a page for people.
   *
   * @param status the HTTP status
   * @param contentType its type
   * @param bytes its content
   * @param headers further headers
   */
  record File(int status, String contentType, byte[] bytes, Map<String, String> headers)
      implements Answer {
    /**
     * Makes the answer of status 200 without further headers.
     *
     * @param contentType its type
     * @param bytes its content
     */
    public File(String contentType, byte[] bytes) {
      this(200, contentType, bytes, Map.of());
    }
  }

  /**
   * A file that is too large for the memory.
   *
   * @param contentType its type
   * @param path where it is
   * @param headers further headers
   */
  record StoredFile(String contentType, Path path, Map<String, String> headers) implements Answer {}

  /**
   * An answer with another status than 200.
   *
   * @param status the HTTP status
   * @param answer the answer
   */
  record WithStatus(int status, Answer answer) implements Answer {}

  /**
   * An answer that goes on until its source has said all or the client leaves; no thread waits
   * meanwhile.
   *
   * @param contentType its type
   * @param source what it consists of
   */
  record Stream(String contentType, StreamSource source) implements Answer {}

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
