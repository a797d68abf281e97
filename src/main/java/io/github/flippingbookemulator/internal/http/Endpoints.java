package io.github.flippingbookemulator.internal.http;

import io.github.flippingbookemulator.error.Refusal;
import io.github.flippingbookemulator.internal.fault.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The table of endpoints. Each feature's routes add theirs; the order is the same in each instance
 * of an emulator.
 *
 * @param <A> the account that calls
 */
public final class Endpoints<A> {
  /** What every path of the emulated API begins with (D). */
  public static final String API = "/api/v1";

  /** What every path of the control plane begins with; its calls are not in the journal. */
  public static final String CONTROL = "/_emulator";

  /** Where the dashboard is. */
  public static final String DASHBOARD = "/";

  /** What the path of every file of the dashboard begins with. */
  public static final String DASHBOARD_FILES = "/dashboard/";

  /** How large a body may be where nothing else is said, in bytes (D). */
  public static final int MAX_BODY = 1_048_576;

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

  /** An endpoint; what a person would want to know of it is said of the control plane's only. */
  record Endpoint<A>(
      String method,
      String path,
      Access access,
      Action<A> action,
      @Nullable Function<Refusal, Answer.File> refused,
      String summary,
      int maxBody) {
    Endpoint(
        String method,
        String path,
        Access access,
        Action<A> action,
        @Nullable Function<Refusal, Answer.File> refused) {
      this(method, path, access, action, refused, "", MAX_BODY);
    }

    boolean isApi() {
      return path.startsWith(API + "/");
    }

    boolean isControl() {
      return isControl(path);
    }

    static boolean isControl(String path) {
      return path.equals(CONTROL) || path.startsWith(CONTROL + "/");
    }

    /** Whether somebody only looks at the emulator; a client with a wrong base URL does more. */
    static boolean isDashboard(String method, String path) {
      return (method.equals("GET") || method.equals("HEAD"))
          && (path.equals(DASHBOARD)
              || path.startsWith(DASHBOARD + "?")
              || path.startsWith(DASHBOARD_FILES));
    }
  }

  /**
   * What the index of the control plane says of an endpoint.
   *
   * @param method the HTTP method
   * @param path the whole path, with parameters in braces
   * @param summary what it does, a sentence
   */
  public record Entry(String method, String path, String summary) {}

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
    add(method, path, access, "", action);
  }

  /**
   * Adds any endpoint, and says what it does.
   *
   * @param method the HTTP method
   * @param path the whole path, with parameters in braces
   * @param access what the caller has to show
   * @param summary what it does, a sentence for the index of the control plane
   * @param action what it does
   */
  public void add(String method, String path, Access access, String summary, Action<A> action) {
    endpoints.add(new Endpoint<>(method, path, access, action, null, summary, MAX_BODY));
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
   * Adds an endpoint of the control plane. A refusal has a status of 4xx and says why in words.
   *
   * @param method the HTTP method
   * @param path below {@link #CONTROL}, with parameters in braces
   * @param access what the caller has to show
   * @param summary what it does, a sentence for the index
   * @param maxBody how large the body of a request may be, in bytes
   * @param action what it does
   */
  public void addControl(
      String method, String path, Access access, String summary, int maxBody, Action<A> action) {
    Function<Refusal, Answer.File> refused =
        no -> ControlError.answer(no.code().status(), no.getMessage());
    endpoints.add(
        new Endpoint<>(method, CONTROL + path, access, action, refused, summary, maxBody));
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

  /**
   * Lists what can be seen and steered.
   *
   * @return the endpoints below {@link #CONTROL}, as they were added
   */
  public List<Entry> control() {
    return endpoints.stream()
        .filter(Endpoint::isControl)
        .map(each -> new Entry(each.method(), each.path(), each.summary()))
        .toList();
  }
}
