package io.github.flippingbookemulator.assertj;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on one object, which may not exist. Looking for it does not fail, only an assertion on
 * it does: the test's description is known by then.
 */
abstract class RecordAssert<SELF extends RecordAssert<SELF, T>, T>
    extends AbstractContextAssert<SELF, @Nullable T> {
  private final String name;

  RecordAssert(AssertionContext context, String name, @Nullable T actual, Class<SELF> self) {
    super(context, actual, self);
    this.name = name;
  }

  final String name() {
    return name;
  }

  /** Returns what is known about it, one fact per line. */
  abstract List<String> facts(T found);

  /** Returns what the test could do to reach the expected state. */
  List<String> advice(T found) {
    return List.of();
  }

  /** Returns the objects that exist instead of it, the likeliest first. */
  List<String> others() {
    return List.of();
  }

  /** Returns what the id belongs to, if it is another object. */
  Optional<String> meaning() {
    return Optional.empty();
  }

  /** Passes if it exists and has a property; otherwise fails with the actual state. */
  final SELF check(String expectation, Predicate<T> property, Function<T, String> reality) {
    T found = actual;
    if (found == null) {
      throw missing(expectation);
    }
    if (!property.test(found)) {
      throw failed(
          new FailureMessage(expected(expectation) + ", but " + reality.apply(found))
              .show("There is", facts(found))
              .show("What helps", advice(found)));
    }
    return myself;
  }

  /** Passes if a property has a value. */
  final SELF checkValue(
      String property, @Nullable Object value, Function<T, @Nullable Object> reality) {
    return check(
        "have " + property + " " + Descriptions.quoted(value),
        found -> Objects.equals(reality.apply(found), value),
        found ->
            reality.apply(found) == null
                ? "it has none"
                : "it is " + Descriptions.quoted(reality.apply(found)));
  }

  /** Returns the object; fails if it does not exist. */
  final T found() {
    check("exist", found -> true, found -> "");
    return actual();
  }

  /**
   * Verifies that it exists, in any state.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).publication(catalog).exists();
   * // fails
   * assertThat(emulator).publication("0123456789abcdef0123456789abcdef").exists();
   * </code></pre>
   *
   * @return this assertion
   */
  public SELF exists() {
    return check("exist", found -> true, found -> "");
  }

  /**
   * Verifies that it does not exist, not even as a deleted object that can still be read.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).publication("0123456789abcdef0123456789abcdef").doesNotExist();
   * // fails
   * assertThat(emulator).publication(catalog).doesNotExist();
   * </code></pre>
   *
   * @return this assertion
   */
  public SELF doesNotExist() {
    T found = actual;
    if (found != null) {
      throw failed(
          new FailureMessage("Expected " + name + " not to exist, but it does")
              .show("There is", facts(found)));
    }
    return myself;
  }

  private AssertionError missing(String expectation) {
    return failed(
        new FailureMessage(
                expected(expectation)
                    + ", but "
                    + meaning().orElse("it does not exist" + context.place()))
            .show("There are, nearest first", others()));
  }

  private String expected(String expectation) {
    return "Expected " + name + " to " + expectation;
  }
}
