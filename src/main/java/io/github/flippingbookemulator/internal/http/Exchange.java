package io.github.flippingbookemulator.internal.http;

import io.github.flippingbookemulator.error.ErrorCode;
import io.github.flippingbookemulator.error.Refusal;
import io.github.flippingbookemulator.fault.Fault;
import io.github.flippingbookemulator.internal.fidelity.Reliance;
import io.github.flippingbookemulator.internal.fidelity.Statement;
import io.github.flippingbookemulator.internal.journal.RecordedExchange;
import io.github.flippingbookemulator.internal.json.Json;
import io.github.flippingbookemulator.internal.time.Stopwatch;
import io.javalin.http.Context;
import jakarta.servlet.AsyncContext;
import java.time.Duration;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.jspecify.annotations.Nullable;

/** One request and its response, as bytes. */
final class Exchange {
  private static final byte[] NOTHING = {};
  private static final String JSON = "application/json";

  private static final CompletableFuture<byte[]> NO_BODY =
      CompletableFuture.completedFuture(NOTHING);

  private final Context context;
  private final @Nullable Reliance reliance;
  private final Stopwatch stopwatch = Stopwatch.start();
  private long account;
  private Duration waited = Duration.ZERO;
  private String secret = "";
  private byte[] received = NOTHING;
  private RecordedExchange.Part prepared = RecordedExchange.Part.NONE;
  private byte @Nullable [] json;
  private @Nullable JsonStream large;
  private @Nullable Fault fault;

  /**
   * Begins an exchange.
   *
   * @param context the request and its response
   * @param reliance what it relies on; null if that is of no interest
   */
  Exchange(Context context, @Nullable Reliance reliance) {
    this.context = context;
    this.reliance = reliance;
  }

  /** Counts for this exchange what its thread relies on. */
  Reliance.Counting counting() {
    return reliance == null ? () -> {} : reliance.count();
  }

  /** Notes that this exchange relies on a statement. */
  void relies(Statement statement) {
    if (reliance != null) {
      reliance.add(statement);
    }
  }

  /** Returns what this exchange relies on so far. */
  List<Statement> relied() {
    return reliance == null ? List.of() : reliance.statements();
  }

  String method() {
    return context.method().name();
  }

  @Nullable String header(String name) {
    return context.header(name);
  }

  /** The path with its query. */
  String path() {
    String query = context.queryString();
    return query == null ? context.path() : context.path() + "?" + query;
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

  String secret() {
    return secret;
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

  /**
   * Keeps the exchange open until its response is written; see {@link AnswerWriter}. The framework
   * gets a future that never completes: it would then access the request, which may not exist any
   * more if the connection was closed, and try to handle that failure for ever.
   */
  void holdUntil(CompletableFuture<?> written) {
    if (!written.isDone()) {
      context.future(
          () -> {
            AsyncContext request = context.req().getAsyncContext();
            written.whenComplete((done, failure) -> complete(request));
            return new CompletableFuture<>();
          });
    }
  }

  private static void complete(AsyncContext request) {
    try {
      request.complete();
    } catch (IllegalStateException e) {
      // The server has completed it already, because the connection was lost.
    }
  }

  /** Switches off the idle time-out, which would close a connection on which nothing is sent. */
  void keepOpen() {
    request().addIdleTimeoutListener(timeout -> false);
  }

  /**
   * Reads the body, without blocking a thread. Throws a refusal, or the future fails with one, if
   * it has more than {@code max} bytes.
   */
  CompletableFuture<byte[]> body(int max, Duration perMegabyte) {
    ServletContextRequest request = request();
    if (!BodyReader.hasBody(request)) {
      return NO_BODY;
    }
    if (request.getLength() > max) {
      throw tooLarge(max);
    }
    return BodyReader.read(request, max, perMegabyte)
        .thenApply(
            bytes -> {
              received = bytes;
              if (bytes.length > max) {
                throw tooLarge(max);
              }
              return bytes;
            });
  }

  /** Closes the connection without a response. */
  void hangUp() {
    request().getConnectionMetaData().getConnection().getEndPoint().close();
  }

  /** Makes the beginning of the response, so that the journal has it before the client. */
  void prepare(Answer answer) {
    if (answer instanceof Answer.File file) {
      prepared = RecordedExchange.Part.of(file.contentType(), file.bytes());
    } else if (answer instanceof Answer.Envelope envelope) {
      prepare(envelope);
    } else if (answer instanceof Answer.Plain plain) {
      prepareJson(Json.write(plain.value()));
    }
  }

  private void prepare(Answer.Envelope envelope) {
    boolean hasList = envelope.properties().values().stream().anyMatch(JsonList.class::isInstance);
    if (!hasList || fault instanceof Fault.MalformedBody) {
      prepareJson(Json.write(envelope.properties()));
      return;
    }
    JsonStream stream = new JsonStream(envelope.properties());
    if (stream.fill()) {
      prepareJson(stream.peek());
    } else {
      large = stream;
      prepared = RecordedExchange.Part.beginning(JSON, stream.peek());
    }
  }

  private void prepareJson(byte[] bytes) {
    json =
        fault instanceof Fault.MalformedBody
            ? Arrays.copyOf(bytes, bytes.length / 2) // invalid JSON: the last brace is missing
            : bytes;
    prepared = RecordedExchange.Part.of(JSON, json);
  }

  /** Writes the response. The future completes when it is sent or the client has disconnected. */
  CompletableFuture<?> write(int status, Answer answer) {
    AnswerWriter writer = new AnswerWriter(context, request());
    if (answer instanceof Answer.Stream stream) {
      keepOpen();
      return writer.write(stream, executor());
    }
    if (answer instanceof Answer.StoredFile file) {
      return writer.write(status, file);
    }
    if (answer instanceof Answer.File file) {
      return writer.write(status, file.contentType(), file.bytes(), file.headers());
    }
    if (large != null) {
      return writer.write(status, JSON, large);
    }
    return json == null ? AnswerWriter.DONE : writer.write(status, JSON, json, Map.of());
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
