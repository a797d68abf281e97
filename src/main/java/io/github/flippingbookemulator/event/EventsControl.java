package io.github.flippingbookemulator.event;

import java.util.function.Consumer;

/**
 * The bus of what happens, to listen to.
 *
 * <p>Events of one account arrive in the order in which they happened, on the thread that caused
 * them and under the account's lock: a listener notes the event and returns, it never waits.
 */
public interface EventsControl {
  /**
   * Listens to all events.
   *
   * @param listener called for each event, see above for what it may do
   * @return a handle that ends the listening
   */
  Subscription subscribe(Consumer<DomainEvent> listener);

  /**
   * Listens to the events of one type.
   *
   * @param type the type, or a common supertype
   * @param listener called for each of them
   * @param <E> the type
   * @return a handle that ends the listening
   */
  <E extends DomainEvent> Subscription on(Class<E> type, Consumer<E> listener);

  /** A listener's place on the bus. */
  @FunctionalInterface
  interface Subscription extends AutoCloseable {
    /** Ends the listening. */
    @Override
    void close();
  }
}
