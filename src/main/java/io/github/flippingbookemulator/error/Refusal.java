package io.github.flippingbookemulator.error;

import java.util.List;

/**
 * The refusal of a request. A feature throws it, and the gateway turns it into an error response.
 *
 * <p>A message names the property, the value received and what is accepted. It never contains a
 * class name or another account's data. A refusal is an expected result, so it has no stack trace.
 */
public final class Refusal extends RuntimeException {
  private static final int SHOWN = 100;

  private final ErrorCode code;
  private final List<String> messages;

  private Refusal(ErrorCode code, List<String> messages) {
    super(String.join(" ", messages), null, false, false);
    this.code = code;
    this.messages = List.copyOf(messages);
  }

  /**
   * Creates a refusal with one reason.
   *
   * @param code the error code
   * @param message a sentence for people
   * @return the refusal, to be thrown
   */
  public static Refusal of(ErrorCode code, String message) {
    return new Refusal(code, List.of(message));
  }

  /**
   * Creates the refusal of a request that breaks one or more format rules.
   *
   * @param messages one sentence for each broken rule, at least one
   * @return the refusal with {@link ErrorCode#INTERNAL_ERROR}, to be thrown
   */
  public static Refusal badFormat(List<String> messages) {
    if (messages.isEmpty()) {
      throw new IllegalArgumentException("a refusal needs at least one reason");
    }
    return new Refusal(ErrorCode.INTERNAL_ERROR, messages);
  }

  /**
   * Creates the refusal of a request that breaks a format rule.
   *
   * @param message a sentence about the broken rule
   * @return the refusal with {@link ErrorCode#INTERNAL_ERROR}, to be thrown
   */
  public static Refusal badFormat(String message) {
    return badFormat(List.of(message));
  }

  /**
   * Creates the refusal of a call that names an object that the account does not have.
   *
   * @param kind the kind of object, for people: {@code publication}, {@code folder}
   * @param id the id as the caller gave it
   * @return the refusal with {@link ErrorCode#OBJECT_NOT_FOUND}, to be thrown
   */
  public static Refusal notFound(String kind, Object id) {
    String text = String.valueOf(id);
    String shown = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    return of(
        ErrorCode.OBJECT_NOT_FOUND, "This account has no " + kind + " with id '" + shown + "'.");
  }

  /**
   * Returns the error code.
   *
   * @return the code
   */
  public ErrorCode code() {
    return code;
  }

  /**
   * Returns the reasons, one for each broken rule.
   *
   * @return at least one sentence
   */
  public List<String> messages() {
    return messages;
  }
}
