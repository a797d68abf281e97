package io.github.flippingbookemulator.internal.control;

import io.github.flippingbookemulator.internal.journal.Journal;
import io.github.flippingbookemulator.internal.journal.Journal.Noted;
import io.github.flippingbookemulator.internal.time.EmulatorClock;
import io.github.flippingbookemulator.internal.trigger.Deliveries;
import io.github.flippingbookemulator.trigger.Delivery;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All that can be told of one instance of the emulator as it happens, in order, the newest {@value
 * #CAPACITY} items of it. Adding one never waits: what it looks like as JSON is made by who reads.
 */
public final class Feed {
  /** How many items are kept for who comes back, or is slow. */
  static final int CAPACITY = Journal.CAPACITY;

  private final Journal journal;
  private final EmulatorClock clock;
  private final Runnable wake;
  private final List<Item> newest = new ArrayList<>();
  private long added;

  /**
   * Something to tell.
   *
   * @param name of which kind it is
   * @param accountId whom it concerns; null for everybody
   * @param data makes what is told, with a number of its own
   */
  record Item(String name, @Nullable Long accountId, Supplier<Object> data) {}

  /** What is told of the clock; the number is that of the item. */
  record ClockChange(long number, ClockRoutes.State clock) {}

  /** What is told of a new instance. */
  record Reset(long number, String journal, ClockRoutes.State clock) {}

  /**
   * Begins to listen to an instance.
   *
   * @param journal its journal
   * @param deliveries its deliveries
   * @param clock its clock
   * @param streams who reads
   */
  public Feed(Journal journal, Deliveries deliveries, EmulatorClock clock, EventStreams streams) {
    this.journal = journal;
    this.clock = clock;
    this.wake = streams::wake;
    journal.listener(this::note);
    deliveries.listener(this::note);
    clock.listener(this::noteClock);
  }

  String id() {
    return journal.id();
  }

  /** Returns the number of the newest item. */
  synchronized long last() {
    return added;
  }

  /** Returns the number before the oldest item that is kept. */
  synchronized long forgotten() {
    return added - newest.size();
  }

  /** Returns an item that has not been forgotten; null if it has not happened yet. */
  synchronized @Nullable Item item(long number) {
    return number > added ? null : newest.get(place(number));
  }

  Reset reset() {
    return new Reset(0, id(), ClockRoutes.State.of(clock));
  }

  private void note(Noted line) {
    add(new Item(line.isCall() ? "call" : "event", line.accountId(), line.line()::get));
  }

  private void note(Delivery delivery) {
    add(new Item("delivery", delivery.accountId(), () -> delivery));
  }

  private void noteClock() {
    ClockRoutes.State now = ClockRoutes.State.of(clock);
    synchronized (this) {
      long number = added + 1;
      add(new Item("clock", null, () -> new ClockChange(number, now)));
    }
  }

  private void add(Item item) {
    synchronized (this) {
      added++;
      if (newest.size() < CAPACITY) {
        newest.add(item);
      } else {
        newest.set(place(added), item);
      }
    }
    wake.run();
  }

  private static int place(long number) {
    return (int) ((number - 1) % CAPACITY);
  }
}
