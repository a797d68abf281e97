package io.github.flippingbookemulator.internal.control;

import io.github.flippingbookemulator.control.EmulatorControl;
import io.github.flippingbookemulator.error.ErrorCode;
import io.github.flippingbookemulator.error.Refusal;
import io.github.flippingbookemulator.internal.control.ControlCall.Unknown;
import io.github.flippingbookemulator.internal.http.Access;
import io.github.flippingbookemulator.internal.http.Answer;
import io.github.flippingbookemulator.internal.http.Call;
import io.github.flippingbookemulator.internal.http.ControlError;
import io.github.flippingbookemulator.internal.http.Endpoints;
import io.github.flippingbookemulator.internal.json.UnreadableJson;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The endpoints of the control plane. Each calls {@link EmulatorControl}; this class turns the
 * result, or the exception, into a response.
 */
final class ControlEndpoints {
  /** The largest size of a body that holds a file, in bytes. */
  static final int FILE = 256 * 1024 * 1024;

  private static final Map<String, Object> DONE = Map.of("success", true);

  /**
   * The number of calls that may run at once. The server's other threads stay free for the API and
   * webhooks.
   */
  private static final int AT_ONCE = 16;

  private final Endpoints<?> endpoints;
  private final Semaphore places = new Semaphore(AT_ONCE);

  ControlEndpoints(Endpoints<?> endpoints) {
    this.endpoints = endpoints;
  }

  /** Adds operations on an emulator. */
  void add(List<ControlOperation<?, ?>> operations, EmulatorControl emulator) {
    operations.forEach(each -> add(each, emulator));
  }

  private <B, R> void add(ControlOperation<B, R> operation, EmulatorControl emulator) {
    boolean hasBody = operation.method().matches("POST|PUT");
    ask(
        operation.method(),
        operation.path(),
        operation.summary(),
        call -> {
          B body = hasBody ? call.body(operation.body()) : null;
          R result = operation.handler().run(emulator, call, body);
          if (result == null) {
            return DONE;
          }
          return operation.list() == null ? result : Map.of(operation.list(), result);
        });
  }

  /** Adds an endpoint that returns a value: a record, or an {@link Answer}. */
  void ask(String method, String path, String summary, Function<ControlCall, Object> action) {
    add(method, path, summary, Endpoints.MAX_BODY, call -> json(action.apply(call)));
  }

  /** Adds an endpoint that returns no value. */
  void act(String method, String path, String summary, Consumer<ControlCall> action) {
    act(method, path, summary, Endpoints.MAX_BODY, action);
  }

  /** Adds an endpoint that returns no value, with a body of up to {@code maxBody} bytes. */
  void act(String method, String path, String summary, int maxBody, Consumer<ControlCall> action) {
    add(
        method,
        path,
        summary,
        maxBody,
        call -> {
          action.accept(call);
          return json(DONE);
        });
  }

  /** Adds an endpoint that waits. It blocks no thread and does not count as a running call. */
  void await(
      String method,
      String path,
      String summary,
      Function<ControlCall, CompletableFuture<?>> action) {
    endpoints.addControl(
        method,
        path,
        Access.CONTROL,
        summary,
        Endpoints.MAX_BODY,
        call ->
            attempt(
                call,
                arguments ->
                    new Answer.Later(
                        action
                            .apply(arguments)
                            .handle(
                                (value, failure) ->
                                    failure == null ? json(value) : refused(failure)))));
  }

  /** Adds the endpoint to which callers send the token before they may call the others. */
  void login(String path, String summary, Function<ControlCall, Answer> action) {
    add("POST", path, Access.LOGIN, summary, Endpoints.MAX_BODY, action);
  }

  /** Adds an endpoint whose response is a stream. */
  void stream(String path, String summary, Function<ControlCall, Answer> action) {
    add("GET", path, summary, Endpoints.MAX_BODY, action);
  }

  private void add(
      String method,
      String path,
      String summary,
      int maxBody,
      Function<ControlCall, Answer> action) {
    add(method, path, Access.CONTROL, summary, maxBody, action);
  }

  private void add(
      String method,
      String path,
      Access access,
      String summary,
      int maxBody,
      Function<ControlCall, Answer> action) {
    endpoints.addControl(
        method,
        path,
        access,
        summary,
        maxBody,
        call -> {
          if (!places.tryAcquire()) {
            return ControlError.answer(
                429, AT_ONCE + " calls are steering the emulator already; wait for one of them.");
          }
          try {
            return attempt(call, action);
          } finally {
            places.release();
          }
        });
  }

  private static Answer attempt(Call<?> call, Function<ControlCall, Answer> action) {
    try {
      return action.apply(new ControlCall(call));
    } catch (RuntimeException e) {
      return refused(e);
    }
  }

  /** Returns {@link #DONE}, for a wait without a result. */
  static Object done() {
    return DONE;
  }

  private static Answer json(Object value) {
    return value instanceof Answer answer
        ? answer
        : new Answer.File("application/json", ControlJson.write(value));
  }

  /** Turns an exception into status and message; the client turns them back into an exception. */
  private static Answer refused(Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = String.valueOf(cause.getMessage());
    if (cause instanceof Refusal no) {
      int status = no.code() == ErrorCode.INTERNAL_ERROR ? 400 : no.code().status();
      return ControlError.answer(status, message, no.code().wire());
    }
    if (cause instanceof Unknown) {
      return ControlError.answer(404, message);
    }
    if (cause instanceof IllegalArgumentException || cause instanceof UnreadableJson) {
      return ControlError.answer(400, message);
    }
    if (cause instanceof IllegalStateException) {
      return ControlError.answer(409, message);
    }
    throw new CompletionException(cause);
  }
}
