package io.github.flippingbookemulator.internal.http;

import io.github.flippingbookemulator.error.ErrorCode;
import io.github.flippingbookemulator.error.Refusal;
import io.github.flippingbookemulator.internal.fidelity.Statement;
import java.util.ArrayList;
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

  /** Returns what is not documented about the error of a refusal. */
  List<Statement> statements(Refusal refusal) {
    List<Statement> statements = new ArrayList<>();
    switch (refusal.code()) {
      case OBJECT_NOT_FOUND -> statements.add(Statement.ERRORS_OBJECT_NOT_FOUND);
      case INVALID_ACCESS_TOKEN -> statements.add(Statement.AUTH_WRONG_ACCESS_TOKEN);
      case KEY_LIMIT_EXCEEDED -> statements.add(Statement.ERRORS_KEY_LIMIT);
      case PUBLICATION_LIMIT_EXCEEDED -> statements.add(Statement.ERRORS_PUBLICATION_LIMIT);
      case TRACKED_LINK_LIMIT_EXCEEDED -> statements.add(Statement.ERRORS_LINK_LIMIT);
      case TRIGGER_LIMIT_EXCEEDED -> statements.add(Statement.ERRORS_TRIGGER_LIMIT);
      case FEATURE_NOT_AVAILABLE -> statements.add(Statement.ERRORS_FEATURE_NOT_AVAILABLE);
      case REQUEST_TOO_LARGE -> statements.add(Statement.ERRORS_REQUEST_TOO_LARGE);
      default -> {}
    }
    if (refusal.messages().size() > 1 && !flat) {
      statements.add(Statement.ERRORS_SEVERAL);
    }
    if (status(refusal.code()) != refusal.code().status()) {
      statements.add(Statement.ERRORS_AS_200);
    }
    return statements;
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
