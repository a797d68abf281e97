package io.github.flippingbookemulator.internal.http;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Writes a response. It blocks no thread: what a client does not receive waits, and the server
 * closes the connection if nothing moves for its idle time.
 */
final class AnswerWriter {
  /** What is returned when there is nothing to wait for. */
  static final CompletableFuture<?> DONE = CompletableFuture.completedFuture(null);

  private static final long UNKNOWN = -1;
  private static final byte[] NOTHING = {};

  private final Context context;
  private final ServletContextRequest request;

  AnswerWriter(Context context, ServletContextRequest request) {
    this.context = context;
    this.request = request;
  }

  /** Writes bytes. The future completes when they are sent or the client has disconnected. */
  CompletableFuture<?> write(
      int status, String contentType, byte[] bytes, Map<String, String> headers) {
    setHead(status, contentType, bytes.length, headers);
    if (status == HttpServletResponse.SC_NOT_MODIFIED) {
      return sendHead(); // bytes would come with their length
    }
    return send(isHead() ? NOTHING : bytes);
  }

  /** Writes JSON whose length is not known: in chunks. */
  CompletableFuture<?> write(int status, String contentType, JsonStream json) {
    setHead(status, contentType, UNKNOWN, Map.of());
    return send(json);
  }

  /** Writes a file from disk. */
  CompletableFuture<?> write(int status, Answer.StoredFile file) {
    InputStream content;
    long length;
    try {
      length = Files.size(file.path());
      content = isHead() ? InputStream.nullInputStream() : Files.newInputStream(file.path());
    } catch (IOException e) {
      throw new UncheckedIOException("a file that was there is gone", e);
    }
    setHead(status, file.contentType(), UNKNOWN, file.headers());
    // Set beside the framework, which counts only the bytes that it writes itself.
    request
        .getServletContextResponse()
        .getWrapped()
        .getHeaders()
        .put(HttpHeader.CONTENT_LENGTH, length);
    return isHead() ? sendHead() : send(content);
  }

  /** Writes a stream, until it is over or the client disconnects. */
  CompletableFuture<?> write(Answer.Stream stream, Executor executor) {
    setHead(200, stream.contentType(), UNKNOWN, Map.of("Cache-Control", "no-store"));
    if (isHead()) {
      return sendHead();
    }
    // Writing can begin only after the framework has made the request asynchronous. The returned
    // future never completes: the framework would then access the request, which may not exist any
    // more if the connection was closed.
    context.future(
        () -> {
          try {
            StreamWriter.begin(stream.source(), context.req().getAsyncContext(), executor);
          } catch (IOException e) {
            throw new UncheckedIOException("a response has an output", e);
          }
          return new CompletableFuture<>();
        });
    return DONE;
  }

  private void setHead(int status, String contentType, long length, Map<String, String> headers) {
    HttpServletResponse response = context.res();
    headers.forEach(response::setHeader);
    response.setStatus(status);
    response.setContentType(contentType);
    if (status == HttpServletResponse.SC_UNAUTHORIZED && !headers.containsKey("WWW-Authenticate")) {
      response.setHeader("WWW-Authenticate", "Bearer"); // RFC 9110 requires one
    }
    if (BodyReader.isGivenUp(request)) {
      response.setHeader("Connection", "close");
    }
    if (length != UNKNOWN
        && status != HttpServletResponse.SC_NOT_MODIFIED) { // on 304, it would be that of no body
      response.setContentLengthLong(length);
    }
  }

  private CompletableFuture<?> sendHead() {
    Callback.Completable sent = new Callback.Completable();
    request.getServletContextResponse().write(false, BufferUtil.EMPTY_BUFFER, sent);
    return sent.exceptionally(this::breakOff);
  }

  private CompletableFuture<?> send(byte[] bytes) {
    Callback.Completable sent = new Callback.Completable();
    request.getHttpOutput().sendContent(ByteBuffer.wrap(bytes), sent);
    return sent.exceptionally(this::breakOff);
  }

  private CompletableFuture<?> send(InputStream content) {
    return ContentWriter.write(content, request.getServletContextResponse())
        .exceptionally(this::breakOff);
  }

  /** Closes the connection, so that a response that is cut off does not look complete. */
  private <T> @Nullable T breakOff(Throwable failure) {
    boolean left = failure instanceof IOException || failure instanceof TimeoutException;
    System.getLogger(AnswerWriter.class.getName())
        .log(
            left ? System.Logger.Level.DEBUG : System.Logger.Level.ERROR,
            left ? "The client left before its answer" : "A response broke off by a fault",
            failure);
    request.getConnectionMetaData().getConnection().getEndPoint().close();
    return null;
  }

  private boolean isHead() {
    return request.isHead();
  }
}
