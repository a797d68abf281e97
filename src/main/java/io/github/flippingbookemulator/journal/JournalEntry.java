package io.github.flippingbookemulator.journal;

import io.github.flippingbookemulator.event.DomainEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
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
   * @param exchange what was sent and what came back; null where so much has been called since that
   *     it is forgotten, and where there was not even a request that can be read
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
      @Nullable String fault,
      @Nullable Exchanged exchange)
      implements JournalEntry {
    /** Stands for the status of a call whose connection was closed without an answer. */
    public static final int NO_ANSWER = 0;
  }

  /**
   * What a call sent and got, with keys and tokens masked.
   *
   * @param requestHeaders the headers of the request, by their names as they came
   * @param requestBody the body of the request as text; empty if there was none
   * @param responseType the content type of the answer; empty if there was no answer
   * @param responseBody the body of the answer as text; empty if it was none. Of a body of more
   *     than 16 kB, the beginning, and of one that is no text, its length
   */
  record Exchanged(
      Map<String, String> requestHeaders,
      String requestBody,
      String responseType,
      String responseBody) {
    /** Copies the headers, in their order. */
    public Exchanged {
      requestHeaders = Collections.unmodifiableMap(new LinkedHashMap<>(requestHeaders));
    }
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
