package io.github.flippingbookemulator.trigger;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A webhook receiver in the emulator, so that no test needs its own server. It keeps what is posted
 * to its URL. All inboxes together keep the newest 20,000 messages, and 16 million characters of
 * them; the oldest go first. The newest 10,000 inboxes are kept.
 */
public interface InboxControl {
  /** The most deliveries that {@link #react} can plan for. */
  int MOST_REACTIONS = 100_000;

  /**
   * A received request.
   *
   * @param at when it arrived, on the emulator's clock
   * @param contentType the {@code Content-Type} header; empty if there was none
   * @param body the body, read as UTF-8
   */
  public record Message(Instant at, String contentType, String body) {}

  /** How an inbox responds to a delivery. It keeps the delivery in any case. */
  sealed interface Reaction {
    /**
     * It responds with a status.
     *
     * @param status the HTTP status, 200 to 599
     */
    record Status(int status) implements Reaction {
      /** Checks the range of the status. */
      public Status {
        if (status < 200 || status > 599) {
          throw new IllegalArgumentException(
              "The status of an answer is 200 to 599, not " + status + ".");
        }
      }
    }

    /**
     * It responds with 200 after a delay.
     *
     * @param after the delay, in real time, 0 to one day
     */
    record Slow(Duration after) implements Reaction {
      private static final Duration LONGEST = Duration.ofDays(1);

      /** Checks the range of the delay. */
      public Slow {
        if (after.isNegative() || after.compareTo(LONGEST) > 0) {
          throw new IllegalArgumentException(
              "An answer comes at once or within a day, not after " + after + ".");
        }
      }
    }

    /** It closes the connection without a response. */
    record HangUp() implements Reaction {}
  }

  /**
   * Checks the name of an inbox: 1 to 100 letters from a to z or A to Z, digits, dashes and
   * underscores. Names are case-sensitive, as paths of URLs are.
   *
   * @param name the name
   * @throws IllegalArgumentException if it is none
   */
  static void requireName(String name) {
    if (!name.matches("[0-9A-Za-z_-]{1,100}")) {
      throw new IllegalArgumentException(
          "an inbox is named with up to 100 letters, digits, dashes and underscores, not '"
              + name
              + "'");
    }
  }

  /**
   * Returns the URL of the inbox.
   *
   * @return the URL to use as the endpoint of a trigger
   */
  URI url();

  /**
   * Returns the received requests.
   *
   * @return oldest first, a copy
   */
  List<Message> messages();

  /**
   * Waits for deliveries, at most five seconds of real time.
   *
   * @param count how many to wait for, those already received included
   * @return all received requests, oldest first, a copy
   * @throws IllegalStateException if there are fewer when the time is up, or the thread is
   *     interrupted
   */
  List<Message> await(int count);

  /**
   * Waits for deliveries.
   *
   * @param count how many to wait for, those already received included
   * @param limit how long to wait, in real time
   * @return all received requests, oldest first, a copy
   * @throws IllegalStateException if there are fewer when the time is up, or the thread is
   *     interrupted
   */
  List<Message> await(int count, Duration limit);

  /**
   * Plans the reactions to the next deliveries, after those planned before. Without a planned
   * reaction the inbox responds with 200.
   *
   * @param count how many, 0 to {@value #MOST_REACTIONS} with those planned before
   * @param reaction the reaction to each of them
   * @throws IllegalArgumentException if the count is out of range
   */
  void react(int count, Reaction reaction);

  /** Removes the received requests and the planned reactions. */
  void clear();
}
