package io.github.flippingbookemulator;

/**
 * Why the process cannot start, in one line for people. Like a refusal it is an answer, not a
 * fault, so it carries no stack trace.
 */
final class StartFailure extends RuntimeException {
  StartFailure(String message) {
    super(message.replaceAll("\\p{Cntrl}+", " "), null, false, false);
  }
}
