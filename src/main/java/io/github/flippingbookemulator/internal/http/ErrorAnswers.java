package io.github.flippingbookemulator.internal.http;

import io.github.flippingbookemulator.error.ErrorCode;
import io.github.flippingbookemulator.error.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns a refusal into status and error envelope. No other class knows their forms. */
final class ErrorAnswers {
  private final boolean flat;
  private final boolean applicationErrorsAs200;

  ErrorAnswers(GatewayOptions options) {
    flat = options.flatErrors();
    applicationErrorsAs200 = options.applicationErrorsAs200();
  }

  int status(ErrorCode code) {
    return applicationErrorsAs200 && code.wasAnsweredWith200() ? 200 : code.status();
  }

  Answer envelope(Refusal refusal) {
    String code = refusal.code().wire();
    List<String> messages = refusal.messages();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("success", false);
    if (flat) {
      json.put("error", code);
    } else if (messages.size() == 1) {
      json.put("error", detail(code, messages.get(0)));
    } else {
      json.put("errors", messages.stream().map(message -> detail(code, message)).toList());
    }
    json.put("wellKnownError", code);
    json.put("message", flat ? messages.get(0) : refusal.getMessage());
    return new Answer.Plain(json);
  }

  private static Map<String, String> detail(String code, String message) {
    Map<String, String> json = new LinkedHashMap<>();
    json.put("wellKnownError", code);
    json.put("errorCode", code);
    json.put("message", message);
    return json;
  }
}
