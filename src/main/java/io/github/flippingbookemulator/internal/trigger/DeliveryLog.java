package io.github.flippingbookemulator.internal.trigger;

import io.github.flippingbookemulator.trigger.Delivery;
import io.github.flippingbookemulator.trigger.Delivery.State;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The newest {@value #CAPACITY} deliveries, with all their tries. */
final class DeliveryLog {
  static final int CAPACITY = 50_000;

  private final Map<Long, Entry> entries = new LinkedHashMap<>();
  private long last;
  private Consumer<Delivery> listener = delivery -> {};

  /**
   * What is kept of a delivery.
   *
   * @param delivery what everybody may see
   * @param endpoint the endpoint with its user info, which the delivery has masked
   */
  record Entry(Delivery delivery, @Nullable String endpoint) {}

  synchronized void listener(Consumer<Delivery> listener) {
    this.listener = listener;
  }

  synchronized long nextNumber() {
    return ++last;
  }

  synchronized void add(Entry entry) {
    entries.put(entry.delivery.number(), entry);
    if (entries.size() > CAPACITY) {
      entries.remove(entries.keySet().iterator().next());
    }
    listener.accept(entry.delivery);
  }

  /**
   * Replaces a delivery, unless it has been dropped for newer ones; the listener gets it anyway.
   */
  synchronized void replace(Delivery delivery) {
    entries.computeIfPresent(
        delivery.number(), (number, entry) -> new Entry(delivery, entry.endpoint));
    listener.accept(delivery);
  }

  synchronized void removeEnded() {
    entries.values().removeIf(entry -> entry.delivery.state() != State.PENDING);
  }

  synchronized Optional<Entry> find(long number) {
    return Optional.ofNullable(entries.get(number));
  }

  synchronized List<Entry> all() {
    return List.copyOf(entries.values());
  }
}
