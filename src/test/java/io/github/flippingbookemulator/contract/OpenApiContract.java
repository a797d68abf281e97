package io.github.flippingbookemulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks responses of the emulator against its OpenAPI document, and those of the control plane
 * against a second one.
 *
 * <p>A response passes if the document has the operation and the status, and {@code Content-Type}
 * and body are exactly as described there. The response for a method and path that are no operation
 * must be 404 with the code {@code NotFound}. An error with status 200 passes only for the codes
 * that the switch "application errors as 200" maps, and only where the operation documents them.
 *
 * <pre>{@code
 * HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
 * OpenApiContract.check(response);
 * }</pre>
 */
public final class OpenApiContract {
  private static final OpenApiDocument DOCUMENT = OpenApiDocument.loadStrict();
  private static final OpenApiDocument SERVED = OpenApiDocument.load();
  private static final OpenApiDocument CONTROL = OpenApiDocument.loadControl();
  private static final int SHOWN_BODY_CHARACTERS = 2000;

  private OpenApiContract() {}

  /**
   * Checks a response as Java's HTTP client received it.
   *
   * @param response the response, with the request that it belongs to
   * @throws AssertionError if the response breaks the contract; the message says where
   */
  public static void check(HttpResponse<byte[]> response) {
    List<String> contentTypes = response.headers().allValues("Content-Type");
    check(
        response.request().method(),
        response.request().uri().getRawPath(),
        response.statusCode(),
        contentTypes.isEmpty() ? null : String.join(", ", contentTypes),
        response.body());
  }

  /**
   * Checks a response.
   *
   * @param method the HTTP method of the request, in upper case
   * @param path the path as called, without the query
   * @param status the HTTP status
   * @param contentType the value of the header, null if there was none
   * @param body the body as received; not read for HEAD, whose response has none
   * @throws AssertionError if the response breaks the contract; the message says where
   */
  public static void check(
      String method, String path, int status, @Nullable String contentType, byte[] body) {
    Operation operation = find(method, path);
    List<String> breaches = new ArrayList<>(breaches(operation, method, status, contentType, body));
    if (DOCUMENT.has(method, path) && !isFlat(body)) {
      breaches.addAll(breaches(SERVED.find(method, path), method, status, contentType, body));
    }
    assertThat(breaches)
        .as(() -> "%s %s answered %d: %s".formatted(method, path, status, shown(body)))
        .isEmpty();
  }

  /** The served document describes errors as they are without the switch "flat errors". */
  private static boolean isFlat(byte[] body) {
    try {
      return Body.read("application/json", body).path("error").isTextual();
    } catch (IOException e) {
      return false;
    }
  }

  /** Finds the operation in one of the two documents; health and contract are in both. */
  private static Operation find(String method, String path) {
    boolean control = path.equals("/_emulator") || path.startsWith("/_emulator/");
    return control && !DOCUMENT.has(method, path)
        ? CONTROL.find(method, path)
        : DOCUMENT.find(method, path);
  }

  private static List<String> breaches(
      Operation operation, String method, int status, @Nullable String contentType, byte[] body) {
    ExpectedAnswer expected = operation.answers().get(status);
    if (expected == null) {
      return List.of("status: %s has %s".formatted(operation.name(), operation.answers().keySet()));
    }
    if (!expected.mediaType().equals(contentType)) {
      return List.of(
          "Content-Type: exactly '%s' expected, '%s' found"
              .formatted(expected.mediaType(), contentType));
    }
    if (method.equals("HEAD")) {
      return List.of();
    }
    JsonNode value;
    try {
      value = Body.read(expected.mediaType(), body);
    } catch (IOException unreadable) {
      return List.of("body: no %s: %s".formatted(contentType, unreadable.getMessage()));
    }
    return status == 200 && ErrorEnvelope.isError(value)
        ? breachesOfErrorAs200(operation, value)
        : expected.breaches(value);
  }

  private static List<String> breachesOfErrorAs200(Operation operation, JsonNode value) {
    String code = ErrorEnvelope.code(value);
    if (!DOCUMENT.applicationErrorCodes().contains(code)) {
      return List.of(
          "/wellKnownError: '%s' found, under status 200 the only errors are %s"
              .formatted(code, DOCUMENT.applicationErrorCodes()));
    }
    // The body is the same as with the usual status of the code.
    ExpectedAnswer regular = operation.answers().get(code.equals("ObjectNotFound") ? 404 : 403);
    return regular == null
        ? List.of("/wellKnownError: %s has no such error".formatted(operation.name()))
        : regular.breaches(value);
  }

  private static String shown(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    return text.length() <= SHOWN_BODY_CHARACTERS
        ? text
        : text.substring(0, SHOWN_BODY_CHARACTERS) + " (cut)";
  }
}
