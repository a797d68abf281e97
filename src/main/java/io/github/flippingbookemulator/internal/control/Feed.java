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
 * The calls, events, deliveries and clock changes of one instance, in order, the newest {@value
 * #CAPACITY}. Adding an item never waits: its JSON is made by the thread that reads it.
 */
public final class Feed {
  /** How many items are kept for clients that reconnect or are slow. */
  static final int CAPACITY = Journal.CAPACITY;

  private final Journal journal;
  private final EmulatorClock clock;
  private final Runnable wake;
  private final List<Item> newest = new ArrayList<>();
  private long added;

  /**
   * An item to send.
   *
   * @param name its kind
   * @param accountId the account that it belongs to; null if it concerns all
   * @param data makes the data to send, which has its own number
   */
  record Item(String name, @Nullable Long accountId, Supplier<Object> data) {}

  /** The data of a clock item; the number is that of the item. */
  record ClockChange(long number, ClockOperations.Clock clock) {}

  /** The data of the event that reports a new instance. */
  record Reset(long number, String journal, ClockOperations.Clock clock) {}

  /**
   * Makes the feed of an instance and adds its listeners.
   *
   * @param journal its journal
   * @param deliveries its deliveries
   * @param clock its clock
   * @param streams woken at each new item
   */
  public Feed(Journal journal, Deliveries deliveries, EmulatorClock clock, EventStreams streams) {
    this.journal = journal;
    this.clock = clock;
    this.wake = streams::wake;
    journal.listener(this::note);
    deliveries.listener(this::note);
    clock.listener(this::noteClock);
  }

  /** Masks keys and tokens. */
  String masked(String json) {
    return journal.secrets().maskKnown(json);
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

  /** Returns an item that is still kept; null if it does not exist yet. */
  synchronized @Nullable Item item(long number) {
    return number > added ? null : newest.get(place(number));
  }

  Reset reset() {
    return new Reset(0, id(), ClockOperations.Clock.of(clock));
  }

  private void note(Noted line) {
    add(new Item(line.isCall() ? "call" : "event", line.accountId(), line.line()::get));
  }

  private void note(Delivery delivery) {
    add(new Item("delivery", delivery.accountId(), () -> delivery));
  }

  private void noteClock() {
    ClockOperations.Clock now = ClockOperations.Clock.of(clock);
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
