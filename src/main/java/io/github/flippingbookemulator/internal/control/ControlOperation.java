package io.github.flippingbookemulator.internal.control;

import io.github.flippingbookemulator.control.EmulatorControl;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call of the control plane, said once: the server serves it, the client calls it, and the
 * document describes it.
 *
 * @param method the HTTP method
 * @param path below {@code /_emulator}, with names in braces
 * @param summary what it does, in one sentence
 * @param body the record that the request has; {@link Nothing} for none
 * @param result the record that the response has, or its elements; {@link Nothing} for none
 * @param list the property of the response that holds a list of results; null for one result
 * @param query the query parameter that selects some of a list; null for none
 * @param handler does it
 * @param <B> the body
 * @param <R> what Java gets
 */
public record ControlOperation<B, R>(
    String method,
    String path,
    String summary,
    Class<B> body,
    Class<?> result,
    @Nullable String list,
    @Nullable String query,
    Handler<B, R> handler) {
  /** An empty object; no body at all is the same. As a result, it stands for none. */
  public record Nothing() {}

  /**
   * Does it.
   *
   * @param <B> the body
   * @param <R> what Java gets
   */
  public interface Handler<B, R> {
    /** Does it to an emulator. */
    @Nullable R run(EmulatorControl emulator, ControlCall call, B body);
  }

  /** Does something that has no result. */
  interface Action<B> {
    void run(EmulatorControl emulator, ControlCall call, B body);
  }

  /** Reads something without changing it. */
  interface Reading<R> {
    R run(EmulatorControl emulator, ControlCall call);
  }

  static <R> ControlOperation<Nothing, R> read(
      String path, String summary, Class<R> result, Reading<R> reading) {
    return new ControlOperation<>(
        "GET",
        path,
        summary,
        Nothing.class,
        result,
        null,
        null,
        (emulator, call, body) -> reading.run(emulator, call));
  }

  static <E> ControlOperation<Nothing, List<E>> list(
      String path,
      String summary,
      String property,
      Class<E> element,
      @Nullable String query,
      Reading<List<E>> reading) {
    return new ControlOperation<>(
        "GET",
        path,
        summary,
        Nothing.class,
        element,
        property,
        query,
        (emulator, call, body) -> reading.run(emulator, call));
  }

  static <B, R> ControlOperation<B, R> change(
      String method,
      String path,
      String summary,
      Class<B> body,
      Class<R> result,
      Handler<B, R> handler) {
    return new ControlOperation<>(method, path, summary, body, result, null, null, handler);
  }

  static <B> ControlOperation<B, Nothing> act(
      String method, String path, String summary, Class<B> body, Action<B> action) {
    return new ControlOperation<>(
        method,
        path,
        summary,
        body,
        Nothing.class,
        null,
        null,
        (emulator, call, given) -> {
          action.run(emulator, call, given);
          return null;
        });
  }

  static ControlOperation<Nothing, Nothing> act(
      String method, String path, String summary, Action<Nothing> action) {
    return act(method, path, summary, Nothing.class, action);
  }
}
