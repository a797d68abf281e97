package io.github.flippingbookemulator.http;

import io.github.flippingbookemulator.event.DomainEvent;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A line of the journal. */
public sealed interface JournalEntry {
  /**
   * Tells when it was.
   *
   * @return the time on the emulator's clock
   */
  Instant at();

  /**
   * Names the account.
   *
   * @return the account's id; 0 where nobody could be found
   */
  long accountId();

  /**
   * A call that was answered, or cut off by a fault.
   *
   * @param at when it was answered
   * @param accountId who called; 0 if that could not be found out
   * @param method the HTTP method
   * @param path the path with its query, access tokens masked
   * @param status the HTTP status; {@link #NO_ANSWER} if the connection was closed without one
   * @param code the code of the error; null for a success
   * @param message the message of the error; null for a success
   * @param waited how long the rate limit made the call wait, on the emulator's clock; on a frozen
   *     clock, how long it would have
   * @param fault the label of the fault that struck the call; null if none did
   */
  record Request(
      Instant at,
      long accountId,
      String method,
      String path,
      int status,
      @Nullable String code,
      @Nullable String message,
      Duration waited,
      @Nullable String fault)
      implements JournalEntry {
    /** Stands for the status of a call whose connection was closed without an answer. */
    public static final int NO_ANSWER = 0;
  }

  /**
   * Something that happened by itself.
   *
   * @param event what happened
   */
  record Happening(DomainEvent event) implements JournalEntry {
    @Override
    public Instant at() {
      return event.at();
    }

    @Override
    public long accountId() {
      return event.accountId();
    }
  }
}
