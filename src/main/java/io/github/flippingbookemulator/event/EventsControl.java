package io.github.flippingbookemulator.event;

import java.util.function.Consumer;

/**
 * The event bus, for listeners.
 *
 * <p>Events of one account are delivered in the order in which they happened, on the thread that
 * caused them and under the account's lock. So a listener must return quickly and never block.
 */
public interface EventsControl {
  /**
   * Subscribes to all events.
   *
   * @param listener called for each event; it must not block
   * @return a handle that ends the subscription
   */
  Subscription subscribe(Consumer<DomainEvent> listener);

  /**
   * Subscribes to the events of one type.
   *
   * @param type the type, or a common supertype
   * @param listener called for each of them
   * @param <E> the type
   * @return a handle that ends the subscription
   */
  <E extends DomainEvent> Subscription on(Class<E> type, Consumer<E> listener);

  /** The subscription of a listener. */
  @FunctionalInterface
  interface Subscription extends AutoCloseable {
    /** Ends the subscription. */
    @Override
    void close();
  }
}
