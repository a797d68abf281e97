package io.github.flippingbookemulator.internal.event;

import io.github.flippingbookemulator.event.DomainEvent;
import io.github.flippingbookemulator.event.EventsControl;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The event bus of one instance of the emulator.
 *
 * <p>Events of one account are delivered in the order in which they happened, on the thread that
 * caused them and under the account's lock. So a listener must return quickly and never block.
 */
public final class Events implements EventsControl, AutoCloseable {
  private final List<Consumer<DomainEvent>> listeners = new CopyOnWriteArrayList<>();

  /** Creates a bus without listeners. */
  public Events() {}

  /**
   * Delivers an event to all listeners.
   *
   * @param event what happened
   */
  public void publish(DomainEvent event) {
    for (Consumer<DomainEvent> listener : listeners) {
      try {
        listener.accept(event);
      } catch (RuntimeException e) {
        // A listener that fails must not break the call that caused the event.
        System.getLogger(Events.class.getName())
            .log(System.Logger.Level.ERROR, "A listener failed on " + event, e);
      }
    }
  }

  @Override
  public Subscription subscribe(Consumer<DomainEvent> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public <E extends DomainEvent> Subscription on(Class<E> type, Consumer<E> listener) {
    return subscribe(
        event -> {
          if (type.isInstance(event)) {
            listener.accept(type.cast(event));
          }
        });
  }

  /** Removes all listeners; later events are delivered to none. */
  @Override
  public void close() {
    listeners.clear();
  }
}
