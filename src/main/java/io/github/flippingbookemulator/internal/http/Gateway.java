package io.github.flippingbookemulator.internal.http;

import io.github.flippingbookemulator.error.ErrorCode;
import io.github.flippingbookemulator.error.Refusal;
import io.github.flippingbookemulator.fault.Fault;
import io.github.flippingbookemulator.internal.fault.Faults;
import io.github.flippingbookemulator.internal.fidelity.Reliance;
import io.github.flippingbookemulator.internal.fidelity.Statement;
import io.github.flippingbookemulator.internal.http.Endpoints.Endpoint;
import io.github.flippingbookemulator.internal.journal.Journal;
import io.github.flippingbookemulator.internal.json.Json;
import io.github.flippingbookemulator.internal.time.EmulatorClock;
import io.github.flippingbookemulator.journal.JournalEntry;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The checks of every call, in this order (E): the endpoint exists, no page of another site calls,
 * authentication, rate limit, size of the request, the body parses. Then a fault is applied, if one
 * matches the call; then the endpoint is called.
 *
 * @param <A> the account that calls
 */
public final class Gateway<A> {
  private static final byte[] NOTHING = {};

  private final Authenticator<A> authenticator;
  private final FaultInjector<A> faultInjector;
  private final DelayedAnswers delayedAnswers;
  private final Endpoints<A> endpoints;
  private final GatewayOptions options;
  private final RateLimiter limiter;
  private final RequestNotes notes;
  private final Duration bodyTimeout;
  private final ErrorAnswers errors;
  private final ControlGuard guard;
  private final BrowserRule browserRule;
  private final Reliance reliance;

  /**
   * Makes the gateway of one instance of the emulator.
   *
   * @param authentication finds the account that calls
   * @param endpoints the endpoints
   * @param options how it answers
   * @param clock the clock on which calls are delayed
   * @param journal records the calls
   * @param reliance what the calls rely on
   * @param faults the faults to apply to calls
   * @param server what stays the same after resets
   * @param controlToken checks the token of the control plane
   */
  public Gateway(
      Authentication<A> authentication,
      Endpoints<A> endpoints,
      GatewayOptions options,
      EmulatorClock clock,
      Journal journal,
      Reliance reliance,
      Faults faults,
      ServerOptions server,
      ControlToken controlToken) {
    this.authenticator = new Authenticator<>(authentication);
    this.delayedAnswers = new DelayedAnswers(clock);
    this.faultInjector = new FaultInjector<>(faults, authentication, delayedAnswers);
    this.endpoints = endpoints;
    this.options = options;
    this.reliance = reliance;
    this.notes = new RequestNotes(clock, journal, options.logRequests());
    this.bodyTimeout = server.bodyTimeout();
    this.limiter = new RateLimiter(clock, options.rateLimit(), options.maxWaiting());
    this.errors = new ErrorAnswers(options);
    this.guard = new ControlGuard(options.control(), options.publicUrl(), controlToken);
    this.browserRule =
        new BrowserRule(server.corsOrigins(), options.control().hosts(), options.publicUrl());
  }

  Endpoints<A> endpoints() {
    return endpoints;
  }

  GatewayOptions options() {
    return options;
  }

  /** Serves a call of the endpoint with the given number. A delay blocks no thread. */
  void serve(int number, Context context) {
    Endpoint<A> endpoint = endpoints.all().get(number);
    Exchange exchange = new Exchange(context, reliance(endpoint.isControl()));
    try (Reliance.Counting counting = exchange.counting()) {
      exchange.holdUntil(serve(endpoint, context, exchange));
    }
  }

  private CompletableFuture<?> serve(Endpoint<A> endpoint, Context context, Exchange exchange) {
    try {
      Call<A> call = new Call<>(context, baseUrl(context));
      noteForm(endpoint, context);
      Answer no = guard.refusal(endpoint.access(), call);
      if (no != null) {
        return send(endpoint, exchange, no);
      }
      if (endpoint.access().isForOwnPages()) {
        browserRule.check(call);
      }
      authenticator.byHead(endpoint, call, exchange);
      Duration wait = call.hasApiKey() ? limiter.take(call.apiKey()) : Duration.ZERO;
      if (wait.isZero()) {
        return send(endpoint, exchange, answer(endpoint, call, exchange));
      }
      exchange.waited(wait);
      return send(
          endpoint,
          exchange,
          delayedAnswers.then(wait, exchange, () -> answer(endpoint, call, exchange)));
    } catch (RuntimeException | Error e) {
      return refuse(endpoint, exchange, e);
    }
  }

  /** Answers a call that matches no endpoint, or failed before it reached one. */
  void refuse(Context context, Throwable failure) {
    Exchange exchange = new Exchange(context, reliance(Endpoint.isControl(context.path())));
    authenticator.note(exchange);
    exchange.holdUntil(refuseUnrouted(context, exchange, failure));
  }

  private CompletableFuture<?> refuseUnrouted(
      Context context, Exchange exchange, Throwable failure) {
    if (Endpoint.isControl(context.path())) {
      Refusal refusal = FailureMapper.asRefusal(failure);
      Answer no = guard.refusal(Access.CONTROL, new Call<>(context, baseUrl(context)));
      if (no != null) {
        return send(null, exchange, no);
      }
      Answer.File answer = unknownControl(refusal, exchange.method(), context.path());
      return finish(exchange, answer.status(), answer, refusal);
    }
    if (exchange.method().equals("OPTIONS")) {
      exchange.relies(Statement.GENERAL_OPTIONS);
    }
    return refuse(null, exchange, failure);
  }

  /**
   * Records a request that the server refused before routing, and returns status and body for it.
   */
  RawAnswer refuseRaw(String method, String path, Refusal refusal) {
    if (Endpoint.isControl(path)) {
      Answer.File answer = unknownControl(refusal, method, path);
      notes.note(method, path, answer.status(), refusal, List.of());
      return new RawAnswer(answer.status(), answer.bytes());
    }
    int status = errors.status(refusal.code());
    Reliance own = reliance.part();
    own.add(
        method.equals("HEAD")
            ? Statement.GENERAL_HEAD
            : refusal.code() == ErrorCode.REQUEST_TOO_LARGE
                ? Statement.ERRORS_REQUEST_TOO_LARGE
                : Statement.GENERAL_NOT_HTTP);
    notes.note(method, path, status, refusal, own.statements());
    return new RawAnswer(status, Json.write(((Answer.Plain) errors.envelope(refusal)).value()));
  }

  record RawAnswer(int status, byte[] body) {}

  private Answer.File unknownControl(Refusal refusal, String method, String path) {
    String message =
        refusal.code() == ErrorCode.NOT_FOUND
            ? NearestEndpoint.notFound(method, path, endpoints.control())
            : refusal.getMessage();
    return ControlError.answer(refusal.code().status(), message);
  }

  private Answer answer(Endpoint<A> endpoint, Call<A> call, Exchange exchange) {
    boolean upToBody = authenticator.isUpToBody(endpoint, call);
    return Answer.after(
        exchange.body(endpoint.maxBody(), bodyTimeout),
        bytes -> {
          try (Reliance.Counting counting = exchange.counting()) {
            if (endpoint.isControl()) {
              exchange.keepOpen(); // moving the clock waits for all tasks that become due
            }
            call.bytes(!endpoint.method().equals("GET") ? bytes : NOTHING);
            if (endpoint.access().isOfApi()) {
              call.body(); // a body that does not parse comes before any error of the endpoint
            }
            if (upToBody) {
              authenticator.byBody(call, exchange);
            }
            return faultInjector.answer(endpoint, call, exchange);
          }
        });
  }

  /** Notes what is undocumented about the form of the request line. */
  private static void noteForm(Endpoint<?> endpoint, Context context) {
    if (context.method() == HandlerType.HEAD) {
      Reliance.on(Statement.GENERAL_HEAD);
    }
    if (endpoint.isApi() && context.path().endsWith("/")) {
      Reliance.on(Statement.GENERAL_TRAILING_SLASH);
    }
    if (context.req().getAttribute(PlainPath.DECODED) != null) {
      Reliance.on(Statement.GENERAL_PATH_ESCAPES);
    }
  }

  /** Sends a response. The future completes when it is written. */
  private CompletableFuture<?> send(
      @Nullable Endpoint<A> endpoint, Exchange exchange, Answer answer) {
    if (answer instanceof Answer.Later later) {
      exchange.keepOpen();
      return later
          .answer()
          .<CompletableFuture<?>>handle(
              (ready, failure) ->
                  failure != null
                      ? refuse(endpoint, exchange, failure)
                      : send(endpoint, exchange, ready))
          .thenCompose(written -> written);
    }
    if (answer instanceof Answer.WithStatus other) {
      return finish(exchange, other.status(), other.answer(), null);
    }
    return finish(exchange, answer instanceof Answer.File file ? file.status() : 200, answer, null);
  }

  private CompletableFuture<?> refuse(
      @Nullable Endpoint<A> endpoint, Exchange exchange, Throwable failure) {
    Refusal refusal = FailureMapper.asRefusal(failure);
    if (endpoint != null && endpoint.refused() != null) {
      Answer.File page = endpoint.refused().apply(refusal);
      return finish(exchange, page.status(), page, refusal);
    }
    int status = errors.status(refusal.code());
    if (exchange.fault() == null) {
      errors.statements(refusal).forEach(exchange::relies);
    }
    if (exchange.fault() instanceof Fault.Refuse refuse && refuse.status() != null) {
      status = refuse.status();
    }
    return finish(exchange, status, errors.envelope(refusal), refusal);
  }

  private CompletableFuture<?> finish(
      Exchange exchange, int status, Answer answer, @Nullable Refusal refusal) {
    boolean cut = answer instanceof Answer.HangUp || exchange.fault() instanceof Fault.CutAfter;
    exchange.prepare(answer);
    notes.note(exchange, cut ? JournalEntry.Request.NO_ANSWER : status, refusal);
    if (cut) {
      exchange.hangUp();
      return AnswerWriter.DONE;
    }
    return exchange.write(status, answer);
  }

  /** Calls of the control plane rely on nothing, since they say nothing about the service. */
  private @Nullable Reliance reliance(boolean control) {
    return control ? null : reliance.part();
  }

  private String baseUrl(Context context) {
    String called = context.host();
    String listening = context.req().getServerName() + ":" + context.req().getServerPort();
    return BaseUrl.of(
        options.publicUrl(),
        context.scheme(),
        called != null ? called : listening, // HTTP/1.0 does not require a Host header
        context.header("X-Forwarded-Proto"),
        context.header("X-Forwarded-Host"));
  }
}
