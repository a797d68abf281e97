package io.github.flippingbookemulator.internal.http;

import io.github.flippingbookemulator.internal.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An error response of the control plane: an HTTP status and a message. */
public final class ControlError {
  private ControlError() {}

  /**
   * Makes the response.
   *
   * @param status the HTTP status
   * @param message the reason, a sentence
   * @param code the API's error code for it; null if it has none
   * @return a JSON object with {@code "success": false}, the message and the code
   */
  public static Answer.File answer(int status, String message, @Nullable String code) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("success", false);
    json.put("message", message);
    if (code != null) {
      json.put("code", code);
    }
    return new Answer.File(status, "application/json", Json.write(json), Map.of());
  }

  /**
   * Makes the response without a code.
   *
   * @param status the HTTP status
   * @param message the reason, a sentence
   * @return a JSON object with {@code "success": false} and the message
   */
  public static Answer.File answer(int status, String message) {
    return answer(status, message, null);
  }
}
