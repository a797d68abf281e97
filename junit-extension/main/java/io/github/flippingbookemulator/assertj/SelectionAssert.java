package io.github.flippingbookemulator.assertj;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Assertions on a selection of objects of one kind. */
abstract class SelectionAssert<
        SELF extends SelectionAssert<SELF, T, ONE>, T, ONE extends RecordAssert<ONE, T>>
    extends AbstractContextAssert<SELF, List<T>> {
  final Selection<T> selection;

  SelectionAssert(AssertionContext context, Selection<T> selection, Class<SELF> self) {
    super(context, selection.matching(), self);
    this.selection = selection;
  }

  /** Makes an assertion on a narrower selection. */
  abstract SELF on(Selection<T> narrower);

  /** Makes an assertion on one object. */
  abstract ONE on(T one);

  /** Describes an object in one line. */
  abstract String fact(T each);

  /** Adds why there are not more of them, if that is known. */
  void explainAbsence(FailureMessage failure) {}

  final SELF where(String words, Predicate<T> test) {
    return handOn(on(selection.where(words, test)));
  }

  /** Fails because there are too few, too many or the wrong ones. */
  final AssertionError failedWith(String expectation, boolean tooFew) {
    int number = actual.size();
    String reality = number == 0 ? "none" : String.valueOf(number);
    FailureMessage failure =
        new FailureMessage(
                "Expected %s%s, but there %s %s"
                    .formatted(expectation, context.place(), number == 1 ? "is" : "are", reality))
            .show("There " + (number == 1 ? "is" : "are"), facts(actual));
    if (tooFew) {
      failure.show("Near misses", selection.nearMisses(this::fact));
      explainAbsence(failure);
    }
    return failed(failure);
  }

  private List<String> facts(List<T> some) {
    return some.stream().map(this::fact).toList();
  }

  /**
   * Selects those that match a predicate.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).mails().matching("about the newsletter", mail -&gt; mail.text().contains(newsletter)).hasSize(1);
   * // fails
   * assertThat(emulator).mails().matching("in capitals", mail -&gt; mail.text().contains("URGENT")).hasSize(1);
   * </code></pre>
   *
   * @param description what they have in common, for the failure message
   * @param property tells whether an object matches
   * @return an assertion on those that match
   */
  public SELF matching(String description, Predicate<T> property) {
    return where(description, property);
  }

  /**
   * Verifies how many there are.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).deliveries().ofEvent("created").hasSize(1);
   * // fails
   * assertThat(emulator).deliveries().ofEvent("created").hasSize(2);
   * </code></pre>
   *
   * @param expected the number
   * @return this assertion
   */
  public SELF hasSize(int expected) {
    if (actual.size() != expected) {
      throw failedWith(selection.counted(expected), actual.size() < expected);
    }
    return myself;
  }

  /**
   * Verifies that there are none.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).deliveries().ofEvent("lead").isEmpty();
   * // fails
   * assertThat(emulator).deliveries().ofEvent("created").isEmpty();
   * </code></pre>
   *
   * @return this assertion
   */
  public SELF isEmpty() {
    return hasSize(0);
  }

  /**
   * Verifies that there is at least one.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).deliveries().ofEvent("created").isNotEmpty();
   * // fails
   * assertThat(emulator).deliveries().ofEvent("lead").isNotEmpty();
   * </code></pre>
   *
   * @return this assertion
   */
  public SELF isNotEmpty() {
    if (actual.isEmpty()) {
      throw failedWith("at least " + selection.counted(1), true);
    }
    return myself;
  }

  /**
   * Verifies that there is exactly one, and selects it.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).deliveries().ofEvent("created").single().wasDelivered();
   * // fails
   * assertThat(emulator).deliveries().single();
   * </code></pre>
   *
   * @return an assertion on it
   */
  public ONE single() {
    return hasSize(1).element(0);
  }

  /**
   * Selects the oldest one.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).requests().first().hasStatus(200);
   * // fails
   * assertThat(emulator).requests().withStatus(418).first();
   * </code></pre>
   *
   * @return an assertion on it; this call fails if there is none
   */
  public ONE first() {
    return element(0);
  }

  /**
   * Selects the newest one.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).requests().last().hasStatus(404);
   * // fails
   * assertThat(emulator).requests().withStatus(418).last();
   * </code></pre>
   *
   * @return an assertion on it; this call fails if there is none
   */
  public ONE last() {
    isNotEmpty();
    return element(actual.size() - 1);
  }

  /**
   * Selects one of them.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).deliveries().ofEvent("session").element(1).wasDelivered();
   * // fails
   * assertThat(emulator).deliveries().ofEvent("session").element(2);
   * </code></pre>
   *
   * @param index which one; 0 for the oldest
   * @return an assertion on it; this call fails if there are not so many
   * @throws IllegalArgumentException if the index is negative
   */
  public ONE element(int index) {
    if (index < 0) {
      throw new IllegalArgumentException("the oldest one is number 0, there is no " + index);
    }
    if (actual.size() <= index) {
      throw failedWith("at least " + selection.counted(index + 1), true);
    }
    return handOn(on(actual.get(index)));
  }

  /**
   * Applies assertions to each of them; fails if there is none, since that would prove nothing.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).deliveries().ofEvent("session").each(delivery -&gt; delivery.wasTried(1));
   * // fails
   * assertThat(emulator).deliveries().each(delivery -&gt; delivery.wasTried(1));
   * </code></pre>
   *
   * @param requirement what to assert on each, the oldest first
   * @return this assertion
   */
  public SELF each(Consumer<ONE> requirement) {
    isNotEmpty();
    actual.forEach(one -> requirement.accept(handOn(on(one))));
    return myself;
  }
}
