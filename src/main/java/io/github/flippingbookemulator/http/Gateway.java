package io.github.flippingbookemulator.http;

import io.github.flippingbookemulator.error.ErrorCode;
import io.github.flippingbookemulator.error.Refusal;
import io.github.flippingbookemulator.http.Endpoints.Endpoint;
import io.github.flippingbookemulator.time.EmulatorClock;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What every call passes, in this order (E): the endpoint exists, authentication, rate limit, size
 * of the request, its body parses; then the endpoint itself.
 *
 * @param <A> the account that calls
 */
public final class Gateway<A> {
  private static final String BEARER = "bearer";
  private static final String ACCESS_TOKEN = "accessToken";
  private static final byte[] NOTHING = {};

  private final Authentication<A> authentication;
  private final Endpoints<A> endpoints;
  private final GatewayOptions options;
  private final RateLimiter limiter;
  private final EmulatorClock clock;
  private final Journal journal;
  private final ErrorAnswers errors;

  /**
   * Makes the gateway of one life of the emulator.
   *
   * @param authentication who may call
   * @param endpoints what can be called
   * @param options how it answers
   * @param clock what waiting calls wait on
   * @param journal where calls are noted
   */
  public Gateway(
      Authentication<A> authentication,
      Endpoints<A> endpoints,
      GatewayOptions options,
      EmulatorClock clock,
      Journal journal) {
    this.authentication = authentication;
    this.endpoints = endpoints;
    this.options = options;
    this.clock = clock;
    this.journal = journal;
    this.limiter = new RateLimiter(clock, options.rateLimit(), options.maxWaiting());
    this.errors = new ErrorAnswers(options);
  }

  Endpoints<A> endpoints() {
    return endpoints;
  }

  GatewayOptions options() {
    return options;
  }

  /** Serves a call of the endpoint with the given number; waits, if it has to, without a thread. */
  void serve(int number, Context context) {
    Endpoint<A> endpoint = endpoints.all().get(number);
    Exchange exchange = new Exchange(context);
    try {
      Call<A> call = new Call<>(context, baseUrl(context));
      Duration wait = admit(endpoint, call, exchange);
      if (wait.isZero()) {
        send(endpoint, exchange, answer(endpoint, call, exchange));
        return;
      }
      exchange.waited(wait);
      CompletableFuture<Answer> later =
          clock
              .delay(wait)
              .handleAsync(
                  (done, ended) -> {
                    if (ended != null) {
                      throw resetWhileWaiting();
                    }
                    return answer(endpoint, call, exchange);
                  },
                  exchange.executor())
              .thenCompose(Gateway::settled);
      send(endpoint, exchange, new Answer.Later(later));
    } catch (RuntimeException | Error e) {
      refuse(endpoint, exchange, e);
    }
  }

  /** Answers a call that reached no endpoint, or failed on the way. */
  void refuse(Context context, Throwable failure) {
    refuse(null, new Exchange(context), failure);
  }

  /** Returns status and body for a request that the server could not even read, and notes it. */
  RawAnswer refuseRaw(String method, String path, Refusal refusal) {
    int status = errors.status(refusal.code());
    note(0, method, path, status, refusal, Duration.ZERO);
    return new RawAnswer(status, Json.write(((Answer.Plain) errors.envelope(refusal)).value()));
  }

  record RawAnswer(int status, byte[] body) {}

  private Duration admit(Endpoint<A> endpoint, Call<A> call, Exchange exchange) {
    if (endpoint.access() == Access.NOTHING) {
      return Duration.ZERO;
    }
    String header = exchange.header("Authorization");
    if (header == null && endpoint.access() == Access.API_KEY_OR_ACCESS_TOKEN) {
      // Where the query has no token, the body may: that is settled once it is read.
      call.query(ACCESS_TOKEN).ifPresent(token -> admitByToken(token, call, exchange));
      return Duration.ZERO;
    }
    if (header == null) {
      throw noAuthorizationHeader("");
    }
    String[] schemeAndKey = header.strip().split("\\s+", 2);
    if (!schemeAndKey[0].toLowerCase(Locale.ROOT).equals(BEARER)) {
      throw Refusal.of(
          ErrorCode.BAD_AUTHORIZATION_TYPE,
          "The Authorization header must be 'Bearer <API key>', with no other scheme.");
    }
    String key = schemeAndKey.length == 2 ? schemeAndKey[1] : "";
    A account =
        authentication
            .byKey(key)
            .orElseThrow(
                () ->
                    Refusal.of(
                        ErrorCode.INVALID_API_KEY,
                        key.isEmpty()
                            ? "There is no API key after 'Bearer'."
                            : "The API key is unknown or revoked."));
    call.admit(account, key);
    exchange.account(authentication.id(account));
    return limiter.take(key);
  }

  private Answer answer(Endpoint<A> endpoint, Call<A> call, Exchange exchange) {
    boolean tokenInBody =
        endpoint.access() == Access.API_KEY_OR_ACCESS_TOKEN && call.admitted().isEmpty();
    byte[] bytes = exchange.body();
    call.bytes(tokenInBody || !endpoint.method().equals("GET") ? bytes : NOTHING);
    if (endpoint.access() != Access.NOTHING) {
      call.body(); // a body that does not parse comes before whatever the endpoint would say
    }
    if (tokenInBody) {
      admitByToken(tokenIn(call.body()), call, exchange);
    }
    return endpoint.action().answer(call);
  }

  private void admitByToken(String token, Call<A> call, Exchange exchange) {
    A account =
        authentication
            .byAccessToken(token)
            .orElseThrow(
                () -> Refusal.of(ErrorCode.INVALID_ACCESS_TOKEN, "The access token is unknown."));
    call.admit(account, null);
    exchange.account(authentication.id(account));
  }

  private static String tokenIn(Body body) {
    Optional<String> token = Optional.empty();
    if (body.has(ACCESS_TOKEN)) {
      token = body.text(ACCESS_TOKEN).given();
      body.check();
    }
    return token.orElseThrow(() -> noAuthorizationHeader(" An accessToken would do as well."));
  }

  private void send(Endpoint<A> endpoint, Exchange exchange, Answer answer) {
    if (answer instanceof Answer.Later later) {
      exchange.later(
          later
              .answer()
              .handle(
                  (ready, failure) -> {
                    if (failure != null) {
                      refuse(endpoint, exchange, failure);
                    } else {
                      send(endpoint, exchange, ready);
                    }
                    return null;
                  }));
    } else if (answer instanceof Answer.HangUp) {
      exchange.hangUp();
    } else if (answer instanceof Answer.WithStatus other) {
      note(exchange, other.status(), null);
      exchange.write(other.status(), other.answer());
    } else {
      int status = answer instanceof Answer.File file ? file.status() : 200;
      note(exchange, status, null);
      exchange.write(status, answer);
    }
  }

  private void refuse(@Nullable Endpoint<A> endpoint, Exchange exchange, Throwable failure) {
    Refusal refusal = Failures.asRefusal(failure);
    if (endpoint != null && endpoint.refused() != null) {
      Answer.File page = endpoint.refused().apply(refusal);
      note(exchange, page.status(), refusal);
      exchange.write(page.status(), page);
      return;
    }
    int status = errors.status(refusal.code());
    note(exchange, status, refusal);
    exchange.write(status, errors.envelope(refusal));
  }

  private void note(Exchange exchange, int status, @Nullable Refusal refusal) {
    note(
        exchange.account(),
        exchange.method(),
        exchange.maskedPath(),
        status,
        refusal,
        exchange.waited());
  }

  private void note(
      long account, String method, String path, int status, @Nullable Refusal no, Duration waited) {
    if (path.matches(Endpoints.CONTROL + "([/?].*)?")) {
      return;
    }
    journal.note(
        new JournalEntry.Request(
            clock.now(),
            account,
            method,
            path,
            status,
            no == null ? null : no.code().wire(),
            no == null ? null : no.getMessage(),
            waited));
  }

  private String baseUrl(Context context) {
    String called = context.host();
    String listening = context.req().getServerName() + ":" + context.req().getServerPort();
    return BaseUrl.of(
        options.publicUrl(),
        context.scheme(),
        called != null ? called : listening, // HTTP/1.0 needs no Host
        context.header("X-Forwarded-Proto"),
        context.header("X-Forwarded-Host"));
  }

  private static CompletableFuture<Answer> settled(Answer answer) {
    return answer instanceof Answer.Later later
        ? later.answer().thenApply(ready -> ready)
        : CompletableFuture.completedFuture(answer);
  }

  private static Refusal resetWhileWaiting() {
    return Refusal.of(
        ErrorCode.INTERNAL_ERROR,
        "The emulator was reset or stopped while the call waited for the rate limit.");
  }

  private static Refusal noAuthorizationHeader(String more) {
    return Refusal.of(
        ErrorCode.NO_AUTHORIZATION_HEADER,
        "The call needs the header 'Authorization: Bearer <API key>'." + more);
  }
}
