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

/** What waits for one endpoint. One delivery at a time is tried; its retries keep their place. */
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

  /** Takes up the first delivery; none if there is none, or one is taken up already. */
  Optional<Delivery> begin() {
    if (busy || waiting.isEmpty()) {
      return Optional.empty();
    }
    busy = true;
    return Optional.of(waiting.getFirst());
  }

  /** Notes a try of the delivery that was taken up; it stays in front, until its next try. */
  void tried(Delivery after) {
    waiting.set(0, after);
    pausing = true;
  }

  /** Puts the delivery that was taken up back to the front. */
  void putBack() {
    busy = false;
    pausing = false;
  }

  /** Removes the delivery that was taken up. */
  void end() {
    waiting.removeFirst();
    busy = false;
  }

  /** What waits, and on what; those behind the first one wait with it. */
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

  /** Sorts what waits; a delivery that is taken up stays in front. */
  void reorder(Comparator<Delivery> order) {
    List<Delivery> free = waiting.subList(busy ? 1 : 0, waiting.size());
    List<Delivery> sorted = new ArrayList<>(free);
    sorted.sort(order);
    free.clear();
    waiting.addAll(sorted);
  }
}
