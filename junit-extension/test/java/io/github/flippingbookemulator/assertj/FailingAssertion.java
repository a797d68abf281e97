package io.github.flippingbookemulator.assertj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** An assertion that is to fail, and its message: what is wrong, and the timeline after it. */
final class FailingAssertion {
  private static final String TIMELINE = "\n\nTimeline, newest last:\n";

  private FailingAssertion() {}

  /** Returns the part before the timeline. */
  static String failure(ThrowingCallable assertion) {
    String message = message(assertion);
    assertThat(message).containsOnlyOnce(TIMELINE);
    return message.substring(0, message.indexOf(TIMELINE));
  }

  /** Returns the lines of the timeline. */
  static List<String> timeline(ThrowingCallable assertion) {
    String message = message(assertion);
    return message.substring(message.indexOf(TIMELINE) + TIMELINE.length()).lines().toList();
  }

  static String message(ThrowingCallable assertion) {
    AssertionError error = catchThrowableOfType(AssertionError.class, assertion);
    assertThat(error).as("what was thrown").isNotNull();
    return error.getMessage();
  }
}
