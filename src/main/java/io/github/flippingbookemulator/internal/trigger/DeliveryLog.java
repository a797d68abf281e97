package io.github.flippingbookemulator.internal.trigger;

import io.github.flippingbookemulator.trigger.Delivery;
import io.github.flippingbookemulator.trigger.Delivery.State;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The newest {@value #CAPACITY} deliveries, with all their tries. */
final class DeliveryLog {
  static final int CAPACITY = 50_000;

  private final Map<Long, Delivery> deliveries = new LinkedHashMap<>();
  private long last;
  private Consumer<Delivery> listener = delivery -> {};

  synchronized void listener(Consumer<Delivery> listener) {
    this.listener = listener;
  }

  synchronized long nextNumber() {
    return ++last;
  }

  synchronized void add(Delivery delivery) {
    deliveries.put(delivery.number(), delivery);
    if (deliveries.size() > CAPACITY) {
      deliveries.remove(deliveries.keySet().iterator().next());
    }
    listener.accept(delivery);
  }

  /**
   * Replaces a delivery, unless it has been dropped for newer ones; the listener gets it anyway.
   */
  synchronized void replace(Delivery delivery) {
    deliveries.replace(delivery.number(), delivery);
    listener.accept(delivery);
  }

  synchronized void removeEnded() {
    deliveries.values().removeIf(delivery -> delivery.state() != State.PENDING);
  }

  synchronized Optional<Delivery> find(long number) {
    return Optional.ofNullable(deliveries.get(number));
  }

  synchronized List<Delivery> all() {
    return List.copyOf(deliveries.values());
  }
}
