package io.github.flippingbookemulator.control;

import io.github.flippingbookemulator.http.Access;
import io.github.flippingbookemulator.http.Answer;
import io.github.flippingbookemulator.http.Endpoints;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** What the emulator says about itself, outside authentication and limits. */
public final class ControlRoutes {
  /** What every path of the control plane begins with. */
  public static final String ROOT = Endpoints.CONTROL;

  private static final String CONTRACT = "/io/github/flippingbookemulator/openapi.yaml";

  /** Makes the routes. */
  public ControlRoutes() {}

  /**
   * Adds the calls to the table.
   *
   * @param endpoints the table
   * @param <A> the account that calls; nobody has to
   */
  public <A> void addTo(Endpoints<A> endpoints) {
    endpoints.add(
        "GET", ROOT + "/health", Access.NOTHING, call -> new Answer.Plain(Map.of("status", "up")));
    endpoints.add(
        "GET",
        ROOT + "/openapi.yaml",
        Access.NOTHING,
        call -> new Answer.File("application/yaml", contract()));
  }

  private static byte[] contract() {
    try (InputStream in = ControlRoutes.class.getResourceAsStream(CONTRACT)) {
      if (in == null) {
        throw new IllegalStateException(CONTRACT + " is missing from the jar");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
