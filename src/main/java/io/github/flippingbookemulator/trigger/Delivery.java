package io.github.flippingbookemulator.trigger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A notification to a webhook, in its state at one moment.
 *
 * @param number counts the deliveries of an instance of the emulator, from 1
 * @param accountId the account of the trigger
 * @param triggerId the trigger
 * @param event the event that it reports
 * @param endpoint the URL that it is sent to, with its user info masked; null if the trigger has
 *     none
 * @param body the body that is sent, as JSON
 * @param created when it was created, on the emulator's clock
 * @param state its state
 * @param tries the tries so far, oldest first
 * @param reason why it is never tried, in words; null unless it is {@link State#UNDELIVERABLE}
 */
public record Delivery(
    long number,
    long accountId,
    String triggerId,
    EventName event,
    @Nullable String endpoint,
    String body,
    Instant created,
    State state,
    List<Try> tries,
    @Nullable String reason) {
  /** Copies the list. */
  public Delivery {
    tries = List.copyOf(tries);
  }

  /** The state of a delivery. */
  public enum State {
    /** It waits in the queue, for a response or for its next try. */
    PENDING,
    /** The endpoint responded with a 2xx status. */
    DELIVERED,
    /** All tries failed. */
    FAILED,
    /**
     * It is never tried: its trigger has no endpoint, an option rules the endpoint out, the queue
     * is full, or the instance has ended.
     */
    UNDELIVERABLE
  }

  /**
   * One try.
   *
   * @param at when it began, on the emulator's clock
   * @param took how long it took, in real time
   * @param status the HTTP status of the response; empty if there was none
   * @param failure why there was no response, in words; null if there was one
   */
  public record Try(Instant at, Duration took, OptionalInt status, @Nullable String failure) {
    /**
     * Returns whether the try succeeded.
     *
     * @return true for a 2xx status
     */
    public boolean succeeded() {
      return status.isPresent() && status.getAsInt() / 100 == 2;
    }
  }
}
