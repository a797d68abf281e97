package io.github.flippingbookemulator.internal.event;

import io.github.flippingbookemulator.event.DomainEvent;
import io.github.flippingbookemulator.event.EventsControl;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The one bus of domain events.
 *
 * <p>Events of one account arrive in the order in which they happened, on the thread that caused
 * them and under the account's lock: a listener notes the event and returns, it never waits.
 */
public final class Events implements EventsControl, AutoCloseable {
  private final List<Consumer<DomainEvent>> listeners = new CopyOnWriteArrayList<>();

  /** Makes a bus that nobody listens to yet. */
  public Events() {}

  /**
   * Tells everybody who listens.
   *
   * @param event what happened
   */
  public void publish(DomainEvent event) {
    for (Consumer<DomainEvent> listener : listeners) {
      try {
        listener.accept(event);
      } catch (RuntimeException e) {
        // A listener's fault is not the publisher's: the call that caused the event goes on.
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

  /** Ends all listening: what still happens afterwards is told to nobody. */
  @Override
  public void close() {
    listeners.clear();
  }
}
