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
  /** How many deliveries can be decided about with one call. */
  int MOST_REACTIONS = 100_000;

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
    record Status(int status) implements Reaction {
      /** Requires a status that is an answer. */
      public Status {
        if (status < 200 || status > 599) {
          throw new IllegalArgumentException(
              "The status of an answer is 200 to 599, not " + status + ".");
        }
      }
    }

    /**
     * It answers 200, but slowly.
     *
     * @param after how late, in real time; a day at most
     */
    record Slow(Duration after) implements Reaction {
      private static final Duration LONGEST = Duration.ofDays(1);

      /** Requires a time that somebody could wait for. */
      public Slow {
        if (after.isNegative() || after.compareTo(LONGEST) > 0) {
          throw new IllegalArgumentException(
              "An answer comes at once or within a day, not after " + after + ".");
        }
      }
    }

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
   * @param count how many, 0 to {@value #MOST_REACTIONS}
   * @param reaction what it does with each
   * @throws IllegalArgumentException if there are fewer or more than that
   */
  void react(int count, Reaction reaction);

  /** Forgets what came in and what was decided. */
  void clear();
}
