package io.github.flippingbookemulator.trigger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedList;
import java.util.List;

/** What waits for one endpoint. One delivery at a time is tried; its retries keep their place. */
final class EndpointQueue {
  private final String endpoint;
  private final LinkedList<Long> numbers = new LinkedList<>();
  private boolean busy;

  EndpointQueue(String endpoint) {
    this.endpoint = endpoint;
  }

  String endpoint() {
    return endpoint;
  }

  int size() {
    return numbers.size();
  }

  void add(long number) {
    numbers.add(number);
  }

  /** Takes up the first delivery; false if there is none, or one is being tried. */
  boolean begin() {
    if (busy || numbers.isEmpty()) {
      return false;
    }
    busy = true;
    return true;
  }

  long current() {
    return numbers.getFirst();
  }

  void end() {
    numbers.removeFirst();
    busy = false;
  }

  /** Sorts what waits; the one that is being tried stays in front. */
  void reorder(Comparator<Long> order) {
    List<Long> waiting = new ArrayList<>(numbers.subList(busy ? 1 : 0, numbers.size()));
    waiting.sort(order);
    numbers.subList(busy ? 1 : 0, numbers.size()).clear();
    numbers.addAll(waiting);
  }
}
