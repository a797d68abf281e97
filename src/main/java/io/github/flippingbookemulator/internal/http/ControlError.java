package io.github.flippingbookemulator.internal.http;

import io.github.flippingbookemulator.internal.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the control plane says no: with a status of 4xx, and in words. */
public final class ControlError {
  private ControlError() {}

  /**
   * Makes the answer.
   *
   * @param status the HTTP status
   * @param message why, for people
   * @param code the code that the API has for it, if it has one
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
   * Makes the answer without a code.
   *
   * @param status the HTTP status
   * @param message why, for people
   * @return a JSON object with {@code "success": false} and the message
   */
  public static Answer.File answer(int status, String message) {
    return answer(status, message, null);
  }
}
