package io.github.flippingbookemulator.internal.http;

import io.github.flippingbookemulator.error.Refusal;
import io.github.flippingbookemulator.fault.Fault;
import io.github.flippingbookemulator.internal.fidelity.Statement;
import io.github.flippingbookemulator.internal.http.Endpoints.Endpoint;
import io.github.flippingbookemulator.internal.journal.Journal;
import io.github.flippingbookemulator.internal.journal.RequestLine;
import io.github.flippingbookemulator.internal.time.EmulatorClock;
import io.github.flippingbookemulator.journal.JournalEntry;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Notes calls in the journal and, if wanted, in the log. */
final class RequestNotes {
  private final EmulatorClock clock;
  private final Journal journal;
  private final boolean logged;

  RequestNotes(EmulatorClock clock, Journal journal, boolean logged) {
    this.clock = clock;
    this.journal = journal;
    this.logged = logged;
  }

  /** Notes a call that has been handled. */
  void note(Exchange exchange, int status, @Nullable Refusal refusal) {
    note(
        exchange.account(),
        exchange.method(),
        exchange.path(),
        status,
        refusal,
        exchange.waited(),
        exchange.fault(),
        exchange.relied(),
        exchange);
  }

  /** Notes a request that the server refused before routing. */
  void note(String method, String path, int status, Refusal refusal, List<Statement> relied) {
    note(0, method, path, status, refusal, Duration.ZERO, null, relied, null);
  }

  private void note(
      long account,
      String method,
      String path,
      int status,
      @Nullable Refusal no,
      Duration waited,
      @Nullable Fault fault,
      List<Statement> relied,
      @Nullable Exchange exchange) {
    // Calls of the control plane and the dashboard are not in the journal.
    boolean control = Endpoint.isControl(path) || Endpoint.isDashboard(method, path);
    if (control && !logged) {
      return;
    }
    JournalEntry.Request entry =
        new JournalEntry.Request(
            clock.now(),
            account,
            method,
            path,
            status,
            no == null ? null : no.code().wire(),
            no == null ? null : no.getMessage(),
            waited,
            fault == null ? null : fault.label(),
            relied.stream().map(Statement::id).toList(),
            null);
    if (!control) {
      journal.note(entry, exchange == null ? null : exchange.recording());
    }
    if (logged) {
      new RequestLine(
              entry,
              exchange == null ? Duration.ZERO : exchange.took(),
              journal.secrets(),
              exchange == null ? "" : exchange.secret())
          .log();
    }
  }
}
