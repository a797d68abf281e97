package io.github.flippingbookemulator.assertj;

import org.assertj.core.api.AbstractAssert;

/** An assertion whose failure can show what there is and what happened. */
abstract class AbstractContextAssert<SELF extends AbstractContextAssert<SELF, T>, T>
    extends AbstractAssert<SELF, T> {
  final AssertionContext context;

  AbstractContextAssert(AssertionContext context, T actual, Class<SELF> self) {
    super(actual, self);
    this.context = context;
  }

  /** Fails with a description, if the test gave one, and a message of its own, if it gave one. */
  final AssertionError failed(FailureMessage failure) {
    failure.showAll("Timeline, newest last", context.timeline());
    return failure("%s", failure.text()); // as an argument: what is shown may contain percent signs
  }

  /** Hands on what the test said with {@code as} and the like before it went further. */
  final <A extends AbstractAssert<?, ?>> A handOn(A next) {
    if (info.hasDescription()) {
      next.info.description(info.description());
    }
    next.info.overridingErrorMessage(info.overridingErrorMessage());
    next.info.useRepresentation(info.representation());
    return next;
  }
}
