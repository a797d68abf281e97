package io.github.flippingbookemulator.journal;

import io.github.flippingbookemulator.event.DomainEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A line of the journal. */
public sealed interface JournalEntry {
  /**
   * Returns the time of the entry.
   *
   * @return the time on the emulator's clock
   */
  Instant at();

  /**
   * Returns the account.
   *
   * @return the account's id; 0 if it is unknown
   */
  long accountId();

  /**
   * A call that was answered, or cut off by a fault.
   *
   * @param at when it was answered
   * @param accountId the account that called; 0 if it is unknown
   * @param method the HTTP method
   * @param path the path with its query, access tokens masked
   * @param status the HTTP status; {@link #NO_ANSWER} if the connection was closed without one
   * @param code the code of the error; null for a success
   * @param message the message of the error; null for a success
   * @param waited how long the rate limit made the call wait, on the emulator's clock; on a frozen
   *     clock, how long it would have made it wait
   * @param fault the label of the fault that was applied to the call; null if none was
   * @param relied the ids of the undocumented statements that the call relied on, in the order of
   *     the registry; see {@link io.github.flippingbookemulator.fidelity.FidelityControl}
   * @param exchange request and response; null if they are not kept any longer, or if the request
   *     could not be read
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
      List<String> relied,
      @Nullable Exchanged exchange)
      implements JournalEntry {
    /** Copies the ids. */
    public Request {
      relied = List.copyOf(relied);
    }

    /** The status of a call whose connection was closed without a response. */
    public static final int NO_ANSWER = 0;
  }

  /**
   * Request and response of a call, with keys and tokens masked. Only the beginning of a body of
   * more than 16 kB is kept; a body that is not text is replaced by its length.
   *
   * @param requestHeaders the headers of the request, by their names as received
   * @param requestBody the body of the request as text; empty if there was none
   * @param responseType the content type of the response; empty if there was none
   * @param responseBody the body of the response as text; empty if there was none
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
   * An event.
   *
   * @param event the event
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
