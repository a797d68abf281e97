package io.github.flippingbookemulator.internal.control;

import io.github.flippingbookemulator.internal.http.Call;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A call of the control plane: its path, its query and its body, read strictly. */
public record ControlCall(Call<?> call) {
  /** The longest real time that a call can wait; longer limits are reduced to it. */
  private static final Duration LONGEST = Duration.ofDays(1);

  /**
   * Thrown if a named object does not exist, for status 404. In the same JVM, callers get a plain
   * {@link IllegalArgumentException}.
   */
  static final class Unknown extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    Unknown(String message) {
      super(message);
    }
  }

  /** Looks up an object. Turns the domain's exception for a missing one into {@link Unknown}. */
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

  /** Returns an id from the path. */
  String id(String name) {
    return call.id(name);
  }

  /** Returns a name from the path, which may have dashes. */
  String name(String name) {
    return call.segment(name);
  }

  /** Returns a number from the path. */
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

  /** Returns a whole number from the query, 0 or more. */
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

  /** Returns a switch from the query, which is off if it is not given. */
  boolean queryFlag(String name) {
    String given = call.query(name).orElse("false");
    return switch (given) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new IllegalArgumentException(
              "%s: received '%s'; accepted is true or false.".formatted(name, given));
    };
  }

  private static Optional<Long> parsed(String text) {
    return text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }
}
