package io.github.flippingbookemulator.assertj;

import io.github.flippingbookemulator.trigger.Delivery;
import io.github.flippingbookemulator.trigger.Delivery.State;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/** Assertions on a delivery to a webhook in its state when the assertion begins. */
public final class DeliveryAssert extends RecordAssert<DeliveryAssert, Delivery> {
  DeliveryAssert(AssertionContext context, Delivery actual) {
    super(
        context,
        "delivery #%d of event '%s'".formatted(actual.number(), actual.event().wire()),
        actual,
        DeliveryAssert.class);
  }

  /**
   * Verifies that the endpoint has accepted it, at any try.
   *
   * <p>Deliveries are made in the background. Like all assertions this one does not wait: on a
   * pending delivery it fails, and says how to continue it.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).deliveries().ofEvent("created").single().wasDelivered();
   * // fails
   * assertThat(emulator).deliveries().ofEvent("deleted").single().wasDelivered();
   * </code></pre>
   *
   * @return this assertion
   */
  public DeliveryAssert wasDelivered() {
    return isIn("have been delivered", State.DELIVERED);
  }

  /**
   * Verifies that all its tries have failed.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).deliveries().ofEvent("deleted").single().hasFailed();
   * // fails
   * assertThat(emulator).deliveries().ofEvent("created").single().hasFailed();
   * </code></pre>
   *
   * @return this assertion
   */
  public DeliveryAssert hasFailed() {
    return isIn("have failed", State.FAILED);
  }

  /**
   * Verifies that it waits for its first or next try.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).deliveries().ofEvent("print").single().isPending();
   * // fails
   * assertThat(emulator).deliveries().ofEvent("created").single().isPending();
   * </code></pre>
   *
   * @return this assertion
   */
  public DeliveryAssert isPending() {
    return isIn("be pending", State.PENDING);
  }

  /**
   * Verifies how often it was tried.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).deliveries().ofEvent("deleted").single().wasTried(3);
   * // fails
   * assertThat(emulator).deliveries().ofEvent("created").single().wasTried(3);
   * </code></pre>
   *
   * @param times how often
   * @return this assertion
   */
  public DeliveryAssert wasTried(int times) {
    return check(
        "have been tried " + Descriptions.times(times),
        delivery -> delivery.tries().size() == times,
        delivery -> "it was " + Descriptions.times(delivery.tries().size()));
  }

  /**
   * Verifies what the endpoint answered to the last try.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).deliveries().ofEvent("deleted").single().wasAnswered(500);
   * // fails
   * assertThat(emulator).deliveries().ofEvent("created").single().wasAnswered(500);
   * </code></pre>
   *
   * @param status the HTTP status
   * @return this assertion
   */
  public DeliveryAssert wasAnswered(int status) {
    return check(
        "have been answered " + status,
        delivery ->
            !delivery.tries().isEmpty()
                && delivery
                    .tries()
                    .get(delivery.tries().size() - 1)
                    .status()
                    .equals(OptionalInt.of(status)),
        DeliveryAssert::lastTry);
  }

  /**
   * Verifies that the JSON body has a property with a value, at any level.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).deliveries().ofEvent("created").single().hasProperty("publicationId", catalog);
   * // fails
   * assertThat(emulator).deliveries().ofEvent("created").single().hasProperty("publicationId", draft);
   * </code></pre>
   *
   * @param name the name of the property
   * @param value a string, a number, true, false or null
   * @return this assertion
   */
  public DeliveryAssert hasProperty(String name, @Nullable Object value) {
    return check(
        "have the property " + name + " with " + Descriptions.quoted(value),
        delivery -> JsonSearch.hasProperty(delivery.body(), name, value),
        delivery -> "it is not in the body");
  }

  /**
   * Selects the body, as JSON text.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).deliveries().ofEvent("created").single().body().contains(catalog, catalogSource);
   * // fails
   * assertThat(emulator).deliveries().ofEvent("created").single().body().contains(draft);
   * </code></pre>
   *
   * @return AssertJ's own assertion on it
   */
  public AbstractStringAssert<?> body() {
    return handOn(Assertions.assertThat(found().body()));
  }

  @Override
  List<String> facts(Delivery delivery) {
    return List.of(Descriptions.of(delivery), "body: " + delivery.body());
  }

  @Override
  List<String> advice(Delivery delivery) {
    return switch (delivery.state()) {
      case PENDING -> PENDING_ADVICE;
      case UNDELIVERABLE ->
          delivery.endpoint() == null
              ? List.of("give trigger " + delivery.triggerId() + " an endpoint")
              : List.of();
      case DELIVERED, FAILED -> List.of();
    };
  }

  static final List<String> PENDING_ADVICE =
      List.of(
          "emulator.settle() waits for it, unless the clock stands still",
          "emulator.clock().advance(Duration.ofSeconds(3)) has all three tries made",
          "emulator.deliveries().release() lets deliveries go on that the test holds");

  private DeliveryAssert isIn(String expectation, State expected) {
    return check(
        expectation,
        delivery -> delivery.state() == expected,
        delivery ->
            reality(delivery) + (delivery.tries().isEmpty() ? "" : ", and " + lastTry(delivery)));
  }

  private static String reality(Delivery delivery) {
    return switch (delivery.state()) {
      case PENDING -> "it is pending";
      case DELIVERED -> "it was delivered";
      case FAILED -> "it has failed";
      case UNDELIVERABLE -> "it cannot be delivered: " + delivery.reason();
    };
  }

  private static String lastTry(Delivery delivery) {
    return Stream.of(delivery.tries())
        .filter(tries -> !tries.isEmpty())
        .map(tries -> tries.get(tries.size() - 1))
        .map(
            last ->
                (last.status().isPresent() ? "the last answer was " : "there was no answer: ")
                    + Descriptions.of(last))
        .findFirst()
        .orElse("it has not been tried");
  }
}
