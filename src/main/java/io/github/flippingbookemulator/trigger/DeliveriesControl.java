package io.github.flippingbookemulator.trigger;

import java.util.List;

/**
 * The deliveries to webhooks: in order for each endpoint, each endpoint by itself, three tries, 1 s
 * and 2 s apart on the emulator's clock (E). A test can hold them back, send them again and in
 * another order.
 */
public interface DeliveriesControl {
  /**
   * Returns the log.
   *
   * @return all deliveries with their tries, oldest first, a copy
   */
  List<Delivery> all();

  /** Holds all tries back from now on, repeated ones included; those under way go on. */
  void hold();

  /** Lets go on what is held back, in order. */
  void release();

  /**
   * Lets go on what is held back, in another order: these first, then the others as they were.
   *
   * @param numbers the numbers of deliveries that wait
   */
  void release(List<Long> numbers);

  /**
   * Sends a delivery once more, as a new one; while deliveries are held back, it waits like them.
   *
   * @param number the number of a delivery
   * @return the new delivery
   * @throws IllegalArgumentException if there is none with this number
   */
  Delivery redeliver(long number);

  /** Sends all deliveries once more, as new ones. */
  void redeliverAll();
}
