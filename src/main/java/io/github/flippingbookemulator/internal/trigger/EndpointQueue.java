package io.github.flippingbookemulator.internal.trigger;

import io.github.flippingbookemulator.internal.outbound.WebUrl;
import io.github.flippingbookemulator.internal.time.Background.Work;
import io.github.flippingbookemulator.time.Pending;
import io.github.flippingbookemulator.time.Pending.On;
import io.github.flippingbookemulator.trigger.Delivery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The deliveries that wait for one endpoint. Only the first is tried, and stays first for its
 * retries. Deliveries guards this object with its lock.
 */
final class EndpointQueue {
  private final String endpoint;
  private final WebUrl url;
  private final LinkedList<Waiting> waiting = new LinkedList<>();
  private @Nullable Work work;
  private boolean busy;
  private boolean pausing;

  EndpointQueue(String endpoint) {
    this.endpoint = endpoint;
    this.url = WebUrl.parse(endpoint);
  }

  String endpoint() {
    return endpoint;
  }

  WebUrl url() {
    return url;
  }

  int size() {
    return waiting.size();
  }

  /**
   * Adds a delivery.
   *
   * @param generation that of its cause, see {@link
   *     io.github.flippingbookemulator.internal.time.Background}
   */
  void add(Delivery delivery, long generation) {
    waiting.add(new Waiting(delivery, generation));
    age();
  }

  /** The generation of the oldest cause, since those behind wait for the first one. */
  long generation() {
    return waiting.getFirst().generation;
  }

  /**
   * Starts the first delivery; empty if there is none, or one has been started already.
   *
   * @param next the work that it is a part of
   */
  Optional<Delivery> begin(Work next) {
    if (busy || waiting.isEmpty()) {
      return Optional.empty();
    }
    busy = true;
    work = next;
    next.atMost(generation());
    return Optional.of(waiting.getFirst().delivery);
  }

  /** Records a try of the started delivery, which stays first until its next try. */
  void tried(Delivery after) {
    waiting.getFirst().delivery = after;
    pausing = true;
    work = null;
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
    work = null;
  }

  /** What waits, and for what; those behind the first one wait for the same or for the test. */
  Stream<Pending> pending(boolean held) {
    On first = pausing ? On.CLOCK : held && !busy ? On.TEST : On.WORK;
    On others = held ? On.TEST : first;
    return waiting.stream()
        .map(
            each ->
                new Pending(describe(each.delivery), each == waiting.getFirst() ? first : others));
  }

  static String describe(Delivery delivery) {
    return "delivery %d of '%s' to %s after %d tries"
        .formatted(
            delivery.number(),
            delivery.event().wire(),
            delivery.endpoint(),
            delivery.tries().size());
  }

  /** Sorts the waiting deliveries; a started one stays first. */
  void reorder(Comparator<Delivery> order) {
    List<Waiting> free = waiting.subList(busy ? 1 : 0, waiting.size());
    List<Waiting> sorted = new ArrayList<>(free);
    sorted.sort(Comparator.comparing(each -> each.delivery, order));
    free.clear();
    sorted.forEach(each -> add(each.delivery, each.generation));
  }

  /** Makes those before the last one as old as it is: it waits for them. */
  private void age() {
    Iterator<Waiting> backwards = waiting.descendingIterator();
    long oldest = backwards.next().generation;
    while (backwards.hasNext()) {
      Waiting before = backwards.next();
      if (before.generation <= oldest) {
        return;
      }
      before.generation = oldest;
    }
    if (work != null) {
      work.atMost(generation());
    }
  }

  private static final class Waiting {
    private Delivery delivery;
    private long generation;

    Waiting(Delivery delivery, long generation) {
      this.delivery = delivery;
      this.generation = generation;
    }
  }
}
