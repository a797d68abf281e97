package io.github.flippingbookemulator.internal.http;

import io.github.flippingbookemulator.error.ErrorCode;
import io.github.flippingbookemulator.error.Refusal;
import io.github.flippingbookemulator.fault.Fault;
import io.github.flippingbookemulator.internal.journal.LogText;
import io.github.flippingbookemulator.internal.journal.RecordedExchange;
import io.github.flippingbookemulator.internal.json.Json;
import io.github.flippingbookemulator.internal.time.Stopwatch;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.jspecify.annotations.Nullable;

/** One request and its response, as bytes. */
final class Exchange {
  private static final byte[] NOTHING = {};
  private static final String JSON = "application/json";

  // Of an unwanted body, at most this many bytes are read. If there are more, the connection is
  // closed.
  private static final int MAX_DRAINED = 64 * Endpoints.MAX_BODY;

  private final Context context;
  private final Stopwatch stopwatch = Stopwatch.start();
  private long account;
  private Duration waited = Duration.ZERO;
  private String secret = "";
  private byte[] received = NOTHING;
  private RecordedExchange.Part prepared = RecordedExchange.Part.NONE;
  private byte @Nullable [] json;
  private @Nullable Fault fault;

  Exchange(Context context) {
    this.context = context;
  }

  String method() {
    return context.method().name();
  }

  @Nullable String header(String name) {
    return context.header(name);
  }

  String maskedPath() {
    String query = context.queryString();
    return query == null ? context.path() : context.path() + "?" + LogText.query(query);
  }

  long account() {
    return account;
  }

  void account(long account) {
    this.account = account;
  }

  /** Sets the key or token of the caller, which the journal masks wherever it occurs. */
  void secret(String keyOrToken) {
    secret = keyOrToken;
  }

  /** Returns request and response, as far as they are known. */
  RecordedExchange recording() {
    Map<String, String> headers = new LinkedHashMap<>();
    Enumeration<String> names = context.req().getHeaderNames();
    while (names.hasMoreElements()) {
      String name = names.nextElement();
      headers.put(name, context.req().getHeader(name));
    }
    String type = context.header("Content-Type"); // getContentType() fails on an unknown charset
    return new RecordedExchange(
        headers, RecordedExchange.Part.of(type == null ? "" : type, received), prepared, secret);
  }

  /** Returns how long the call has taken so far, in real time. */
  Duration took() {
    return stopwatch.elapsed();
  }

  Duration waited() {
    return waited;
  }

  void waited(Duration waited) {
    this.waited = waited;
  }

  @Nullable Fault fault() {
    return fault;
  }

  void fault(Fault fault) {
    this.fault = fault;
  }

  /** Returns the server's own threads, on which a delayed call continues. */
  Executor executor() {
    return request().getConnectionMetaData().getConnector().getExecutor();
  }

  /** Keeps the response open until a future is complete, which writes it. */
  void later(CompletableFuture<?> written) {
    keepOpen();
    context.future(() -> written);
  }

  /** Switches off the idle time-out, which would close a connection on which nothing is sent. */
  void keepOpen() {
    request().addIdleTimeoutListener(timeout -> false);
  }

  /** Reads the body. Throws a refusal if it has more than {@code max} bytes. */
  byte[] body(int max) {
    if (hasNoBody()) {
      return NOTHING;
    }
    if (context.req().getContentLengthLong() > max) {
      throw tooLarge(max);
    }
    try {
      byte[] bytes = context.req().getInputStream().readNBytes(max + 1);
      received = bytes;
      if (bytes.length > max) {
        throw tooLarge(max);
      }
      return bytes;
    } catch (IOException e) {
      throw Refusal.of(ErrorCode.INVALID_DATA, "The body of the request could not be read.");
    }
  }

  /** Closes the connection without a response. */
  void hangUp() {
    request().getConnectionMetaData().getConnection().getEndPoint().close();
  }

  /** Makes the bytes of the response, so that the journal has them before the client. */
  void prepare(Answer answer) {
    if (answer instanceof Answer.File file) {
      prepared = RecordedExchange.Part.of(file.contentType(), file.bytes());
    } else if (answer instanceof Answer.Envelope || answer instanceof Answer.Plain) {
      byte[] bytes =
          Json.write(
              answer instanceof Answer.Envelope envelope
                  ? envelope.properties()
                  : ((Answer.Plain) answer).value());
      json =
          fault instanceof Fault.MalformedBody
              ? Arrays.copyOf(bytes, bytes.length / 2) // invalid JSON: the last brace is missing
              : bytes;
      prepared = RecordedExchange.Part.of(JSON, json);
    }
  }

  /**
   * Writes the response, then reads the rest of the request: a client that is still sending could
   * otherwise miss the response.
   */
  void write(int status, Answer answer) {
    if (answer instanceof Answer.Stream stream) {
      write(stream);
    } else if (answer instanceof Answer.StoredFile file) {
      write(file);
    } else if (answer instanceof Answer.File file) {
      file.headers().forEach(context.res()::setHeader);
      write(
          status, file.contentType(), file.bytes().length, new ByteArrayInputStream(file.bytes()));
    } else if (json != null) {
      write(status, JSON, json.length, new ByteArrayInputStream(json));
    }
  }

  private void write(Answer.Stream stream) {
    HttpServletResponse response = context.res();
    response.setContentType(stream.contentType());
    response.setHeader("Cache-Control", "no-store");
    keepOpen();
    // Writing can begin only after the framework has made the request asynchronous. The returned
    // future never completes: the framework would then access the request, which may not exist any
    // more if the connection was closed.
    context.future(
        () -> {
          try {
            StreamWriter.begin(stream.source(), context.req().getAsyncContext(), executor());
          } catch (IOException e) {
            throw new UncheckedIOException("a response has an output", e);
          }
          return new CompletableFuture<>();
        });
  }

  private void write(Answer.StoredFile file) {
    try (InputStream content = Files.newInputStream(file.path())) {
      file.headers().forEach(context.res()::setHeader);
      write(200, file.contentType(), Files.size(file.path()), content);
    } catch (IOException e) {
      throw new UncheckedIOException("a file that was there is gone", e);
    }
  }

  private void write(int status, String contentType, long length, InputStream content) {
    HttpServletResponse response = context.res();
    response.setStatus(status);
    response.setContentType(contentType);
    if (status != HttpServletResponse.SC_NOT_MODIFIED) { // on 304, it would be that of no body
      response.setContentLengthLong(length);
    }
    try {
      OutputStream out = response.getOutputStream();
      content.transferTo(out);
      out.flush();
      drain();
    } catch (IOException e) {
      // The client has disconnected.
      System.getLogger(Exchange.class.getName())
          .log(System.Logger.Level.DEBUG, "The client left before its answer", e);
    }
  }

  private void drain() throws IOException {
    if (hasNoBody()) {
      return;
    }
    if (context.header("Expect") != null) {
      return; // the client sends its body only after "100 Continue", which reading would send
    }
    InputStream in = context.req().getInputStream();
    byte[] buffer = new byte[8192];
    long drained = 0;
    for (int n = in.read(buffer); n >= 0 && drained < MAX_DRAINED; n = in.read(buffer)) {
      drained += n;
    }
  }

  /** Tells whether there is no body. Reading an empty one would allocate a buffer each time. */
  private boolean hasNoBody() {
    return context.req().getContentLengthLong() <= 0 && context.header("Transfer-Encoding") == null;
  }

  private ServletContextRequest request() {
    return ServletContextRequest.getServletContextRequest(context.req());
  }

  private static Refusal tooLarge(int max) {
    return Refusal.of(
        ErrorCode.REQUEST_TOO_LARGE,
        "A request is at most %d MB (%d bytes) large.".formatted(max / 1_048_576, max));
  }
}
