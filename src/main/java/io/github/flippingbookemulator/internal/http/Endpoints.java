package io.github.flippingbookemulator.internal.http;

import io.github.flippingbookemulator.error.Refusal;
import io.github.flippingbookemulator.internal.fault.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The table of endpoints. Each feature's routes add theirs. The order is the same in each instance,
 * since the server refers to endpoints by number.
 *
 * @param <A> the account that calls
 */
public final class Endpoints<A> {
  /** The start of every path of the emulated API (D). */
  public static final String API = "/api/v1";

  /** The page that shows the access token. */
  public static final String SIGN_ON_PAGE = "/myaccesstoken";

  /** The start of every path of the control plane, whose calls are not in the journal. */
  public static final String CONTROL = "/_emulator";

  /** The path of the dashboard. */
  public static final String DASHBOARD = "/";

  /** The start of the path of every file of the dashboard. */
  public static final String DASHBOARD_FILES = "/dashboard/";

  /** The default limit of a request body, in bytes (D). */
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
     * @return the response
     */
    Answer answer(Call<A> call);
  }

  /** An endpoint. Only those of the control plane have a summary. */
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
      return isApi(path);
    }

    static boolean isApi(String path) {
      return path.equals(API) || path.startsWith(API + "/");
    }

    /** Whether HEAD is answered as GET is. */
    boolean hasHead() {
      return method.equals("GET") && !isApi();
    }

    boolean isControl() {
      return isControl(path);
    }

    static boolean isControl(String path) {
      return path.equals(CONTROL) || path.startsWith(CONTROL + "/");
    }

    /**
     * Whether a request only reads the dashboard, unlike most calls of a client with a wrong base
     * URL.
     */
    static boolean isDashboard(String method, String path) {
      return (method.equals("GET") || method.equals("HEAD"))
          && (path.equals(DASHBOARD)
              || path.startsWith(DASHBOARD + "?")
              || path.startsWith(DASHBOARD_FILES));
    }
  }

  /**
   * An endpoint in the index of the control plane.
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
   * @param access what is required of the caller
   * @param action what it does
   */
  public void add(String method, String path, Access access, Action<A> action) {
    add(method, path, access, "", action);
  }

  /**
   * Adds any endpoint, with a summary.
   *
   * @param method the HTTP method
   * @param path the whole path, with parameters in braces
   * @param access what is required of the caller
   * @param summary what it does, a sentence for the index of the control plane
   * @param action what it does
   */
  public void add(String method, String path, Access access, String summary, Action<A> action) {
    endpoints.add(new Endpoint<>(method, path, access, action, null, summary, MAX_BODY));
  }

  /**
   * Adds an endpoint for browsers, without an API key. Request bodies are forms.
   *
   * @param method the HTTP method
   * @param path the whole path, with parameters in braces
   * @param action what it does
   * @param refused makes the page that is shown instead of the error envelope
   */
  public void addForPeople(
      String method, String path, Action<A> action, Function<Refusal, Answer.File> refused) {
    endpoints.add(new Endpoint<>(method, path, Access.NOTHING, action, refused));
  }

  /**
   * Adds an endpoint of the control plane. A refusal is answered with the status of its code and a
   * message.
   *
   * @param method the HTTP method
   * @param path below {@link #CONTROL}, with parameters in braces
   * @param access what is required of the caller
   * @param summary what it does, a sentence for the index
   * @param maxBody the largest size of a request body, in bytes
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
   * Lists the operations of the emulated API.
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
   * Lists the endpoints of the control plane.
   *
   * @return the endpoints below {@link #CONTROL}, in the order in which they were added
   */
  public List<Entry> control() {
    return endpoints.stream()
        .filter(Endpoint::isControl)
        .map(each -> new Entry(each.method(), each.path(), each.summary()))
        .toList();
  }
}
