package io.github.flippingbookemulator.internal.trigger;

import io.github.flippingbookemulator.time.Pending;
import io.github.flippingbookemulator.time.Pending.On;
import io.github.flippingbookemulator.trigger.Delivery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The deliveries that wait for one endpoint. Only the first is tried, and stays first for its
 * retries. Deliveries guards this object with its lock.
 */
final class EndpointQueue {
  private final String endpoint;
  private final LinkedList<Delivery> waiting = new LinkedList<>();
  private boolean busy;
  private boolean pausing;

  EndpointQueue(String endpoint) {
    this.endpoint = endpoint;
  }

  String endpoint() {
    return endpoint;
  }

  int size() {
    return waiting.size();
  }

  void add(Delivery delivery) {
    waiting.add(delivery);
  }

  /** Starts the first delivery; empty if there is none, or one has been started already. */
  Optional<Delivery> begin() {
    if (busy || waiting.isEmpty()) {
      return Optional.empty();
    }
    busy = true;
    return Optional.of(waiting.getFirst());
  }

  /** Records a try of the started delivery, which stays first until its next try. */
  void tried(Delivery after) {
    waiting.set(0, after);
    pausing = true;
  }

  /** Lets the first delivery be started again, for its next try. */
  void putBack() {
    busy = false;
    pausing = false;
  }

  /** Removes the started delivery. */
  void end() {
    waiting.removeFirst();
    busy = false;
  }

  /** What waits, and for what; those behind the first one wait for the same or for the test. */
  Stream<Pending> pending(boolean held) {
    On first = pausing ? On.CLOCK : held && !busy ? On.TEST : On.WORK;
    On others = held ? On.TEST : first;
    return waiting.stream()
        .map(
            delivery ->
                new Pending(
                    "delivery %d of '%s' to %s after %d tries"
                        .formatted(
                            delivery.number(),
                            delivery.event().wire(),
                            endpoint,
                            delivery.tries().size()),
                    delivery == waiting.getFirst() ? first : others));
  }

  /** Sorts the waiting deliveries; a started one stays first. */
  void reorder(Comparator<Delivery> order) {
    List<Delivery> free = waiting.subList(busy ? 1 : 0, waiting.size());
    List<Delivery> sorted = new ArrayList<>(free);
    sorted.sort(order);
    free.clear();
    waiting.addAll(sorted);
  }
}
