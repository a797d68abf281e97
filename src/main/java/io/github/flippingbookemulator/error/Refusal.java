package io.github.flippingbookemulator.error;

import java.util.List;

/**
 * The service says no: thrown by a feature, turned into status and envelope by the gateway alone.
 *
 * <p>A message names the property, the value received and what is accepted. It never holds a class
 * name or another account's data. A refusal is an answer, not a fault, so it carries no stack
 * trace.
 */
public final class Refusal extends RuntimeException {
  private final ErrorCode code;
  private final List<String> messages;

  private Refusal(ErrorCode code, List<String> messages) {
    super(String.join(" ", messages), null, false, false);
    this.code = code;
    this.messages = List.copyOf(messages);
  }

  /**
   * Makes a refusal with one reason.
   *
   * @param code the code to answer
   * @param message a sentence for people
   * @return the refusal, to be thrown
   */
  public static Refusal of(ErrorCode code, String message) {
    return new Refusal(code, List.of(message));
  }

  /**
   * Makes the refusal of a request that breaks one or several format rules at once.
   *
   * @param messages a sentence a broken rule, at least one
   * @return the refusal with {@link ErrorCode#INTERNAL_ERROR}, to be thrown
   */
  public static Refusal badFormat(List<String> messages) {
    if (messages.isEmpty()) {
      throw new IllegalArgumentException("a refusal needs at least one reason");
    }
    return new Refusal(ErrorCode.INTERNAL_ERROR, messages);
  }

  /**
   * Makes the refusal of a request that breaks a format rule.
   *
   * @param message a sentence that says which
   * @return the refusal with {@link ErrorCode#INTERNAL_ERROR}, to be thrown
   */
  public static Refusal badFormat(String message) {
    return badFormat(List.of(message));
  }

  /**
   * Makes the refusal of a call that names an object the account does not have.
   *
   * @param kind what was looked for, as people call it: {@code publication}, {@code folder}
   * @param id the id as the caller gave it
   * @return the refusal with {@link ErrorCode#OBJECT_NOT_FOUND}, to be thrown
   */
  public static Refusal notFound(String kind, Object id) {
    return of(ErrorCode.OBJECT_NOT_FOUND, "This account has no " + kind + " with id '" + id + "'.");
  }

  /**
   * Returns the code to answer.
   *
   * @return the code
   */
  public ErrorCode code() {
    return code;
  }

  /**
   * Returns the reasons, one a broken rule.
   *
   * @return at least one sentence
   */
  public List<String> messages() {
    return messages;
  }
}
