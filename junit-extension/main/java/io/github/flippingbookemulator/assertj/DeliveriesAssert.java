package io.github.flippingbookemulator.assertj;

import io.github.flippingbookemulator.trigger.Delivery;
import io.github.flippingbookemulator.trigger.Delivery.State;
import io.github.flippingbookemulator.trigger.EventName;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Assertions on the deliveries to webhooks, repeated ones included. */
public final class DeliveriesAssert
    extends SelectionAssert<DeliveriesAssert, Delivery, DeliveryAssert> {
  private final @Nullable EventName event;

  DeliveriesAssert(AssertionContext context, Selection<Delivery> selection) {
    this(context, selection, null);
  }

  private DeliveriesAssert(
      AssertionContext context, Selection<Delivery> selection, @Nullable EventName event) {
    super(context, selection, DeliveriesAssert.class);
    this.event = event;
  }

  /**
   * Selects those of an event. If there are too few, the failure message says whether the event
   * happened, and for each trigger why it did not report it.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).deliveries().ofEvent("session").hasSize(2);
   * // fails
   * assertThat(emulator).deliveries().ofEvent("lead").hasSize(1);
   * </code></pre>
   *
   * @param name the event's name as the API writes it
   * @return an assertion on them
   * @throws IllegalArgumentException if there is no such event
   */
  public DeliveriesAssert ofEvent(String name) {
    return ofEvent(EventNames.named(name));
  }

  /**
   * Selects those of an event, as {@link #ofEvent(String)} does.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).deliveries().ofEvent(EventName.SESSION).hasSize(2);
   * // fails
   * assertThat(emulator).deliveries().ofEvent(EventName.LEAD).hasSize(1);
   * </code></pre>
   *
   * @param wanted the event
   * @return an assertion on them
   */
  public DeliveriesAssert ofEvent(EventName wanted) {
    String words = "of event '" + wanted.wire() + "'";
    return handOn(
        new DeliveriesAssert(
            context, selection.where(words, each -> each.event() == wanted), wanted));
  }

  /**
   * Selects those to an endpoint.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).deliveries().to(emulator.inbox("archive").url()).hasSize(1);
   * // fails
   * assertThat(emulator).deliveries().to(emulator.inbox("nowhere").url()).hasSize(1);
   * </code></pre>
   *
   * @param endpoint the address
   * @return an assertion on them
   */
  public DeliveriesAssert to(URI endpoint) {
    return to(endpoint.toString());
  }

  /**
   * Selects those to an endpoint.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).deliveries().to("http://shop.example.com/").isEmpty();
   * // fails
   * assertThat(emulator).deliveries().to("http://shop.example.com/").hasSize(1);
   * </code></pre>
   *
   * @param endpoint the address, exactly as in the trigger
   * @return an assertion on them
   */
  public DeliveriesAssert to(String endpoint) {
    return where("to " + endpoint, each -> endpoint.equals(each.endpoint()));
  }

  /**
   * Selects those of a trigger.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).deliveries().ofTrigger(archiveTrigger).hasSize(1);
   * // fails
   * assertThat(emulator).deliveries().ofTrigger(archiveTrigger).ofEvent("created").hasSize(1);
   * </code></pre>
   *
   * @param triggerId the id of the trigger
   * @return an assertion on them
   */
  public DeliveriesAssert ofTrigger(String triggerId) {
    return where(
        "of trigger " + triggerId,
        each -> each.triggerId().equals(AssertionContext.plain(triggerId)));
  }

  /**
   * Selects those whose body contains an id: of a publication, a tracked link, a source or a view
   * session.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).deliveries().about(catalog).ofEvent("created").hasSize(1);
   * // fails
   * assertThat(emulator).deliveries().about(draft).ofEvent("created").hasSize(1);
   * </code></pre>
   *
   * @param id the id
   * @return an assertion on them
   */
  public DeliveriesAssert about(String id) {
    return where(
        "about " + id, each -> JsonSearch.hasValue(each.body(), AssertionContext.plain(id)));
  }

  /**
   * Verifies that all have been accepted by their endpoints; fails if there is none.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).deliveries().ofEvent("session").allWereDelivered();
   * // fails
   * assertThat(emulator).deliveries().ofEvent("deleted").allWereDelivered();
   * </code></pre>
   *
   * @return this assertion
   */
  public DeliveriesAssert allWereDelivered() {
    isNotEmpty();
    List<Delivery> others =
        actual.stream().filter(each -> each.state() != State.DELIVERED).toList();
    if (!others.isEmpty()) {
      boolean pending = others.stream().anyMatch(each -> each.state() == State.PENDING);
      throw failed(
          new FailureMessage(
                  "Expected all deliveries%s%s to have been delivered, but %d of %d %s not"
                      .formatted(
                          selection.words(),
                          context.place(),
                          others.size(),
                          actual.size(),
                          others.size() == 1 ? "was" : "were"))
              .show("Not delivered", others.stream().map(Descriptions::of).toList())
              .show("What helps", pending ? DeliveryAssert.PENDING_ADVICE : List.of()));
    }
    return this;
  }

  @Override
  void explainAbsence(FailureMessage failure) {
    if (event != null) {
      failure
          .show(
              "About event '" + event.wire() + "'", new MissingDeliveries(context, event).reasons())
          .show("What helps", advice(event));
    }
  }

  /** An event about a conversion may be missing because the conversion has not ended. */
  private List<String> advice(EventName missed) {
    return switch (missed) {
      case CREATED, UPDATED, CONVERSION_FAILED -> ConversionAdvice.advice(context.sources());
      default -> List.of();
    };
  }

  @Override
  DeliveriesAssert on(Selection<Delivery> narrower) {
    return new DeliveriesAssert(context, narrower, event);
  }

  @Override
  DeliveryAssert on(Delivery one) {
    return new DeliveryAssert(context, one);
  }

  @Override
  String fact(Delivery each) {
    return Descriptions.of(each);
  }
}
