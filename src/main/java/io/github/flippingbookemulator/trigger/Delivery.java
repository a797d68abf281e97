package io.github.flippingbookemulator.trigger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A notification to a webhook, as it is at one moment.
 *
 * @param number counts the deliveries of the emulator, from 1
 * @param accountId whose trigger it is
 * @param triggerId the trigger
 * @param event what is told
 * @param endpoint where it goes; null if the trigger has none
 * @param body what is sent, as JSON
 * @param created when it was due
 * @param state how far it is
 * @param tries what was tried, oldest first
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
    List<Try> tries) {
  /** Copies the list. */
  public Delivery {
    tries = List.copyOf(tries);
  }

  /** How far a delivery is. */
  public enum State {
    /** It waits for its turn or for its next try. */
    PENDING,
    /** It was accepted with a status of 2xx. */
    DELIVERED,
    /** All tries failed. */
    FAILED,
    /** It cannot be tried: its trigger has no endpoint, or too many wait for it already. */
    UNDELIVERABLE
  }

  /**
   * One try.
   *
   * @param at when it began, on the emulator's clock
   * @param took how long it took, in real time
   * @param status the HTTP status of the answer; empty if there was none
   * @param failure why there was no answer, in words; null if there was one
   */
  public record Try(Instant at, Duration took, OptionalInt status, @Nullable String failure) {
    /**
     * Tells whether it succeeded.
     *
     * @return true for an answer of 2xx
     */
    public boolean succeeded() {
      return status.isPresent() && status.getAsInt() / 100 == 2;
    }
  }
}
