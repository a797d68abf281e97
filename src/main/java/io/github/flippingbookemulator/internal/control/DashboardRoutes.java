package io.github.flippingbookemulator.internal.control;

import io.github.flippingbookemulator.internal.http.Access;
import io.github.flippingbookemulator.internal.http.Answer;
import io.github.flippingbookemulator.internal.http.Call;
import io.github.flippingbookemulator.internal.http.ControlError;
import io.github.flippingbookemulator.internal.http.Endpoints;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The dashboard at {@code /} (E): files of the jar, each of which is read at its first request.
 * They get their data from the control plane, like any other client.
 */
public final class DashboardRoutes {
  private static final String FOLDER = "dashboard/";
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  /** Browsers may cache the files, but ask each time whether they have changed. */
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy", POLICY,
          "Cache-Control", "no-cache",
          "Referrer-Policy", "no-referrer",
          "X-Content-Type-Options", "nosniff");

  private static final Map<String, DashboardFile> READ = new ConcurrentHashMap<>();

  /** Makes the routes. */
  public DashboardRoutes() {}

  /**
   * Adds the page and its files to the table.
   *
   * @param endpoints the table
   */
  public void addTo(Endpoints<?> endpoints) {
    add(endpoints, Endpoints.DASHBOARD, call -> "index.html", "text/html;charset=utf-8");
    addAll(endpoints, ".js", "text/javascript;charset=utf-8");
    addAll(endpoints, ".css", "text/css;charset=utf-8");
    addAll(endpoints, ".svg", "image/svg+xml");
  }

  private static void addAll(Endpoints<?> endpoints, String ending, String type) {
    String path = Endpoints.DASHBOARD_FILES + "{name}" + ending;
    add(endpoints, path, call -> call.segment("name") + ending, type);
  }

  private static <A> void add(
      Endpoints<A> endpoints, String path, Function<Call<A>, String> name, String type) {
    endpoints.add("GET", path, Access.DASHBOARD, call -> answer(call, name.apply(call), type));
  }

  private static Answer answer(Call<?> call, String name, String type) {
    return file(name)
        .<Answer>map(
            file -> {
              Map<String, String> headers = new LinkedHashMap<>(HEADERS);
              headers.put("ETag", file.tag());
              return file.isKnownTo(call.header("If-None-Match").orElse(""))
                  ? new Answer.File(304, type, new byte[0], headers)
                  : new Answer.File(200, type, file.bytes(), headers);
            })
        .orElseGet(() -> ControlError.answer(404, "The dashboard has no file '" + name + "'."));
  }

  private static Optional<DashboardFile> file(String name) {
    DashboardFile known = READ.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<DashboardFile> file = read(name);
    file.ifPresent(there -> READ.put(name, there));
    return file;
  }

  /**
   * Reads a file. Its name cannot lead out of the folder: a path parameter has no dots or slashes.
   */
  private static Optional<DashboardFile> read(String name) {
    try (InputStream in = DashboardRoutes.class.getResourceAsStream(FOLDER + name)) {
      return in == null ? Optional.empty() : Optional.of(DashboardFile.of(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
