package io.github.flippingbookemulator.http;

import io.github.flippingbookemulator.error.ErrorCode;
import io.github.flippingbookemulator.error.Refusal;
import io.github.flippingbookemulator.fault.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The table of endpoints. Each feature's routes add theirs; the order is the same in each life of
 * an emulator.
 *
 * @param <A> the account that calls
 */
public final class Endpoints<A> {
  /** What every path of the emulated API begins with (D). */
  public static final String API = "/api/v1";

  /** What every path of the control plane begins with; its calls are not in the journal. */
  public static final String CONTROL = "/_emulator";

  private final List<Endpoint<A>> endpoints = new ArrayList<>();

  /** Makes an empty table. */
  public Endpoints() {}

  /**
   * What an endpoint does.
   *
   * @param <A> the account that calls
   */
  @FunctionalInterface
  public interface Action<A> {
    /**
     * Answers a call.
     *
     * @param call the call
     * @return the answer
     */
    Answer answer(Call<A> call);
  }

  record Endpoint<A>(
      String method,
      String path,
      Access access,
      Action<A> action,
      @Nullable Function<Refusal, Answer.File> refused) {
    boolean isApi() {
      return path.startsWith(API + "/");
    }
  }

  /**
   * Adds an endpoint that reads, for callers with an API key.
   *
   * @param path below {@link #API}, with parameters in braces
   * @param action what it does
   */
  public void get(String path, Action<A> action) {
    add("GET", API + path, Access.API_KEY, action);
  }

  /**
   * Adds an endpoint that creates or changes, for callers with an API key.
   *
   * @param path below {@link #API}, with parameters in braces
   * @param action what it does
   */
  public void post(String path, Action<A> action) {
    add("POST", API + path, Access.API_KEY, action);
  }

  /**
   * Adds an endpoint that changes, for callers with an API key.
   *
   * @param path below {@link #API}, with parameters in braces
   * @param action what it does
   */
  public void put(String path, Action<A> action) {
    add("PUT", API + path, Access.API_KEY, action);
  }

  /**
   * Adds an endpoint that removes, for callers with an API key.
   *
   * @param path below {@link #API}, with parameters in braces
   * @param action what it does
   */
  public void delete(String path, Action<A> action) {
    add("DELETE", API + path, Access.API_KEY, action);
  }

  /**
   * Adds any endpoint.
   *
   * @param method the HTTP method
   * @param path the whole path, with parameters in braces
   * @param access what the caller has to show
   * @param action what it does
   */
  public void add(String method, String path, Access access, Action<A> action) {
    endpoints.add(new Endpoint<>(method, path, access, action, null));
  }

  /**
   * Adds an endpoint that a browser calls, without any key. Bodies are forms there.
   *
   * @param method the HTTP method
   * @param path the whole path, with parameters in braces
   * @param action what it does
   * @param refused what people see instead of the error envelope
   */
  public void addForPeople(
      String method, String path, Action<A> action, Function<Refusal, Answer.File> refused) {
    endpoints.add(new Endpoint<>(method, path, Access.NOTHING, action, refused));
  }

  /**
   * Adds an endpoint of the control plane: without any key, but not for pages of other sites. A
   * refusal has a status of 4xx and says why in words.
   *
   * @param method the HTTP method
   * @param path below {@link #CONTROL}, with parameters in braces
   * @param action what it does
   */
  public void addControl(String method, String path, Action<A> action) {
    Action<A> ownSite =
        call -> {
          if (call.isCrossSite()) {
            return inWords(403, "Pages of other sites cannot control the emulator.");
          }
          return action.answer(call);
        };
    Function<Refusal, Answer.File> refused =
        no ->
            inWords(
                no.code() == ErrorCode.INTERNAL_ERROR ? 400 : no.code().status(), no.getMessage());
    endpoints.add(new Endpoint<>(method, CONTROL + path, Access.NOTHING, ownSite, refused));
  }

  private static Answer.File inWords(int status, String message) {
    byte[] json = Json.write(Map.of("success", false, "message", message));
    return new Answer.File(status, "application/json", json, Map.of());
  }

  List<Endpoint<A>> all() {
    return endpoints;
  }

  /**
   * Lists what the emulated API can be asked.
   *
   * @return the endpoints below {@link #API}
   */
  public List<Operation> api() {
    return endpoints.stream()
        .filter(Endpoint::isApi)
        .map(each -> new Operation(each.method(), each.path().substring(API.length())))
        .toList();
  }
}
