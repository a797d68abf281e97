package io.github.flippingbookemulator.assertj;

import org.assertj.core.api.AbstractAssert;

/** An assertion whose failure message can show objects of the emulator and its timeline. */
abstract class AbstractContextAssert<SELF extends AbstractContextAssert<SELF, T>, T>
    extends AbstractAssert<SELF, T> {
  final AssertionContext context;

  AbstractContextAssert(AssertionContext context, T actual, Class<SELF> self) {
    super(actual, self);
    this.context = context;
  }

  /** Makes the error, with the description and the message that the test has set, if any. */
  final AssertionError failed(FailureMessage failure) {
    failure.showAll("Timeline, newest last", context.timeline());
    return failure("%s", failure.text()); // as an argument: the text may contain percent signs
  }

  /** Copies what the test has set with {@code as} and similar methods to the next assertion. */
  final <A extends AbstractAssert<?, ?>> A handOn(A next) {
    if (info.hasDescription()) {
      next.info.description(info.description());
    }
    next.info.overridingErrorMessage(info.overridingErrorMessage());
    next.info.useRepresentation(info.representation());
    return next;
  }
}
