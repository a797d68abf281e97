package io.github.flippingbookemulator.trigger;

import java.util.List;

/**
 * The deliveries to webhooks. Each endpoint has its own queue and gets its deliveries in order.
 * There are up to three tries, 1 s and 2 s apart on the emulator's clock (E). A test can hold
 * deliveries back, send them again and change their order.
 */
public interface DeliveriesControl {
  /**
   * Returns the log of deliveries.
   *
   * @return the newest 50,000 deliveries with their tries, oldest first, a copy
   */
  List<Delivery> all();

  /** Holds back all tries from now on, retries included; tries in progress continue. */
  void hold();

  /** Releases the deliveries that are held back, in order. */
  void release();

  /**
   * Releases the deliveries that are held back: these first, in this order, then the others.
   *
   * @param numbers numbers of waiting deliveries; other numbers are ignored
   */
  void release(List<Long> numbers);

  /**
   * Sends a delivery again, as a new one; while deliveries are held back, it waits too.
   *
   * @param number the number of a delivery
   * @return the new delivery
   * @throws IllegalArgumentException if the log has none with this number
   */
  Delivery redeliver(long number);

  /** Sends all deliveries in the log again, as new ones. */
  void redeliverAll();

  /**
   * Removes from the log the deliveries of all accounts that have ended: those delivered, failed or
   * undeliverable. Pending ones stay, and are sent as before. Numbers go on, so that a later
   * delivery never has the number of a removed one.
   */
  void clear();
}
