package io.github.flippingbookemulator.internal.control;

import io.github.flippingbookemulator.internal.http.Call;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A call of the control plane: its path, its query and its body, read strictly. */
record ControlCall(Call<?> call) {
  /** Real time that a call can wait at most; more would only be a slip. */
  private static final Duration LONGEST = Duration.ofDays(1);

  /** What the caller named does not exist. In Java it is the same exception with another name. */
  static final class Unknown extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    Unknown(String message) {
      super(message);
    }
  }

  /** Looks something up whose absence the domain calls an illegal argument. */
  static <T> T known(Supplier<T> lookUp) {
    try {
      return lookUp.get();
    } catch (IllegalArgumentException e) {
      throw new Unknown(String.valueOf(e.getMessage()));
    }
  }

  static Duration atMostADay(@Nullable Duration limit, Duration otherwise) {
    if (limit == null) {
      return otherwise;
    }
    return limit.compareTo(LONGEST) > 0 ? LONGEST : limit;
  }

  <T> T body(Class<T> type) {
    return ControlJson.read(call.bytes(), type);
  }

  byte[] bytes() {
    return call.bytes();
  }

  /** An id of the path. */
  String id(String name) {
    return call.id(name);
  }

  /** A name of the path, which may have dashes. */
  String name(String name) {
    return call.segment(name);
  }

  /** A number of the path. */
  long number(String name) {
    String given = call.segment(name);
    return parsed(given)
        .orElseThrow(() -> new Unknown(name + " is a number, unlike '" + given + "'."));
  }

  Optional<String> header(String name) {
    return call.header(name);
  }

  Optional<String> query(String name) {
    return call.query(name);
  }

  /** A whole number of the query, 0 or more. */
  Optional<Long> queryNumber(String name) {
    return call.query(name)
        .map(
            given ->
                parsed(given)
                    .orElseThrow(
                        () ->
                            new IllegalArgumentException(
                                "%s: received '%s'; accepted is a number from 0 up."
                                    .formatted(name, given))));
  }

  private static Optional<Long> parsed(String text) {
    return text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }
}
