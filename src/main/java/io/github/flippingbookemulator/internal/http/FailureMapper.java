package io.github.flippingbookemulator.internal.http;

import io.github.flippingbookemulator.error.ErrorCode;
import io.github.flippingbookemulator.error.Refusal;
import io.github.flippingbookemulator.internal.json.UnreadableJson;
import io.javalin.http.HttpResponseException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CompletionException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.EofException;

/** Turns an exception into the refusal that the client gets. */
final class FailureMapper {
  private FailureMapper() {}

  static Refusal asRefusal(Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof Refusal refusal) {
      return refusal;
    }
    if (cause instanceof UnreadableJson) {
      return Refusal.of(ErrorCode.INVALID_DATA, cause.getMessage());
    }
    if (cause instanceof HttpResponseException http) {
      return ofStatus(http.getStatus());
    }
    if (cause instanceof HttpException http) {
      return ofStatus(http.getCode());
    }
    if (cause instanceof EofException) {
      return ofBrokenBody(cause);
    }
    if (cause instanceof UncheckedIOException && cause.getCause() instanceof NoSuchFileException) {
      return Refusal.of(
          ErrorCode.OBJECT_NOT_FOUND,
          "The file was deleted while it was asked for, or the emulator was reset.");
    }
    System.getLogger(Gateway.class.getName())
        .log(System.Logger.Level.ERROR, "A call failed by a fault of the emulator", cause);
    return Refusal.of(
        ErrorCode.INTERNAL_ERROR, "A fault inside the emulator; its log has the details.");
  }

  /** Makes the refusal for a body that could not be read to its end. */
  static Refusal ofBrokenBody(Throwable failure) {
    return failure instanceof HttpException http
        ? ofStatus(http.getCode())
        : Refusal.of(ErrorCode.INVALID_DATA, "The request ended before its body was complete.");
  }

  /** Chooses an error code of the API for a status that the server library decided on (E). */
  static Refusal ofStatus(int status) {
    return switch (status) {
      case 404, 405 ->
          Refusal.of(ErrorCode.NOT_FOUND, "There is no endpoint with this method and path.");
      case 413, 414, 431 ->
          Refusal.of(
              ErrorCode.REQUEST_TOO_LARGE, "The request is larger than the service accepts.");
      default ->
          status >= 500 && status != 505 // 505: the client sent a wrong HTTP version
              ? Refusal.of(
                  ErrorCode.INTERNAL_ERROR, "A fault inside the emulator; its log has the details.")
              : Refusal.of(ErrorCode.INVALID_DATA, "The request is not valid HTTP.");
    };
  }
}
