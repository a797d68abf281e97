package io.github.flippingbookemulator.trigger;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A webhook receiver that the emulator brings along, so that no test has to write a server.
 * Whatever is posted to its address is kept.
 */
public interface InboxControl {
  /**
   * What came in.
   *
   * @param at when, on the emulator's clock
   * @param contentType the {@code Content-Type} header; empty if there was none
   * @param body the body, read as UTF-8
   */
  public record Message(Instant at, String contentType, String body) {}

  /** What an inbox does with a delivery. It is kept in any case. */
  sealed interface Reaction {
    /**
     * It answers.
     *
     * @param status the HTTP status, 200 to 599
     */
    record Status(int status) implements Reaction {}

    /**
     * It answers 200, but slowly.
     *
     * @param after how late, in real time
     */
    record Slow(Duration after) implements Reaction {}

    /** It closes the connection without an answer. */
    record HangUp() implements Reaction {}
  }

  /**
   * Returns where it listens.
   *
   * @return the address to use as the endpoint of a trigger
   */
  URI url();

  /**
   * Returns what came in.
   *
   * @return oldest first, a copy
   */
  List<Message> messages();

  /**
   * Waits for deliveries, five seconds at most.
   *
   * @param count how many there have to be in all
   * @return all that came in, oldest first, a copy
   * @throws IllegalStateException if there are fewer when the time is up
   */
  List<Message> await(int count);

  /**
   * Waits for deliveries.
   *
   * @param count how many there have to be in all
   * @param limit how long to wait, in real time
   * @return all that came in, oldest first, a copy
   * @throws IllegalStateException if there are fewer when the time is up
   */
  List<Message> await(int count, Duration limit);

  /**
   * Decides what becomes of the next deliveries; after them, and after what was decided before, the
   * inbox accepts again.
   *
   * @param count how many
   * @param reaction what it does with each
   */
  void react(int count, Reaction reaction);

  /** Forgets what came in and what was decided. */
  void clear();
}
