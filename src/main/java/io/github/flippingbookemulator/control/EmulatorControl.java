package io.github.flippingbookemulator.control;

import io.github.flippingbookemulator.account.AccountsControl;
import io.github.flippingbookemulator.event.EventsControl;
import io.github.flippingbookemulator.fault.FaultsControl;
import io.github.flippingbookemulator.fidelity.FidelityControl;
import io.github.flippingbookemulator.journal.JournalControl;
import io.github.flippingbookemulator.link.LinksControl;
import io.github.flippingbookemulator.publication.PublicationsControl;
import io.github.flippingbookemulator.reader.ReadersControl;
import io.github.flippingbookemulator.snapshot.Snapshot;
import io.github.flippingbookemulator.source.ConversionsControl;
import io.github.flippingbookemulator.source.FilesControl;
import io.github.flippingbookemulator.time.ClockControl;
import io.github.flippingbookemulator.time.Pending;
import io.github.flippingbookemulator.trigger.DeliveriesControl;
import io.github.flippingbookemulator.trigger.InboxControl;
import io.github.flippingbookemulator.trigger.OutboxControl;
import io.github.flippingbookemulator.trigger.TriggersControl;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Controls and inspects an emulator, in groups of methods.
 *
 * <p>A group belongs to one instance of the emulator. After a reset or restore, get it again.
 */
public interface EmulatorControl {
  /**
   * Returns the address of the emulator.
   *
   * @return {@code http://host:port}
   */
  URI uri();

  /**
   * Returns the base URL of the API for clients.
   *
   * @return {@code http://host:port/api/v1}
   */
  URI apiUrl();

  /**
   * Returns an API key for clients.
   *
   * @return the oldest API key of the default account
   * @throws IllegalStateException if all its keys have been revoked
   */
  default String apiKey() {
    return accounts().defaultAccount().apiKey();
  }

  /**
   * Returns the emulator's clock.
   *
   * @return the clock, to read, advance or freeze it
   */
  ClockControl clock();

  /**
   * Returns the accounts.
   *
   * @return all accounts and their keys
   */
  AccountsControl accounts();

  /**
   * Returns the control of conversions.
   *
   * @return the control that sets their pace, and steps, finishes, holds and fails them
   */
  ConversionsControl conversions();

  /**
   * Returns the files that sources can refer to by URL without network access.
   *
   * @return the control that registers files
   */
  FilesControl files();

  /**
   * Returns the publications of all accounts, with operations that the API does not have.
   *
   * @return the control that reads them, restores them from the trash and lets search engines list
   *     them
   */
  PublicationsControl publications();

  /**
   * Returns the tracked links of all accounts, with operations that the API does not have.
   *
   * @return the control that reads them and marks their statistics as seen
   */
  LinksControl links();

  /**
   * Returns the triggers of all accounts.
   *
   * @return the control that reads them
   */
  TriggersControl triggers();

  /**
   * Returns the simulated readers.
   *
   * @return the control that opens publications and links, and acts in them, without a browser
   */
  ReadersControl readers();

  /**
   * Returns the deliveries to webhooks.
   *
   * @return the control that lists, holds, releases and repeats them
   */
  DeliveriesControl deliveries();

  /**
   * Returns one of the emulator's own webhook receivers.
   *
   * @param name letters, digits, dashes and underscores, see {@link InboxControl#requireName}
   * @return the inbox with this name
   */
  InboxControl inbox(String name);

  /**
   * Returns the mails that the service would have sent.
   *
   * @return the control that lists and clears them
   */
  OutboxControl outbox();

  /**
   * Returns the faults.
   *
   * @return the control that adds and removes faults of API calls
   */
  FaultsControl faults();

  /**
   * Returns the journal of calls and events.
   *
   * @return the journal
   */
  JournalControl journal();

  /**
   * Returns the bus on which all events are published.
   *
   * @return the bus, to subscribe to it
   */
  EventsControl events();

  /** Finishes all conversions: short for {@code conversions().finishAll()}. */
  default void finishConversions() {
    conversions().finishAll();
  }

  /**
   * Returns the unfinished work of the emulator: conversions, downloads, deliveries.
   *
   * @return the pending work, and what each part waits for; empty if there is none
   */
  List<Pending> pending();

  /** Waits until no work is pending, ten seconds at most; see {@link #settle(Duration)}. */
  default void settle() {
    settle(Duration.ofSeconds(10));
  }

  /**
   * Waits until no work is pending: conversions, downloads, deliveries. It does not move the clock.
   *
   * @param limit how long to wait at most, in real time
   * @throws IllegalStateException if work is still pending after the limit; at once if it will not
   *     end by itself, because the clock is frozen or the test holds it back. The message lists
   *     what is pending.
   */
  void settle(Duration limit);

  /**
   * Copies the whole state at this moment; {@link Snapshot} lists its parts. All accounts are
   * copied at the same moment, even while clients change them. It does not wait for a PDF that is
   * being downloaded: after a restore, the download starts again.
   *
   * @return the snapshot, which can be restored any number of times; later changes of the emulator
   *     do not affect it
   * @throws IllegalStateException if the emulator is reset meanwhile, or if called by a listener of
   *     events
   */
  Snapshot snapshot();

  /**
   * Starts a new instance from a snapshot of this or another emulator, on the same port. Everything
   * that depends on the clock continues from the time of the snapshot: conversions, the trash, the
   * time windows of links. The clock has the speed that this emulator was started with. No events
   * are published; listeners have to subscribe to the new {@link #events()}.
   *
   * @param snapshot the state to start from
   */
  void restore(Snapshot snapshot);

  /**
   * Writes the whole state to the emulator's state file, as it does when it stops.
   *
   * @throws IllegalStateException if it has no state file, or if the file cannot be written; it is
   *     unchanged then
   */
  void saveState();

  /** Starts a new instance with the initial state, on the same port. */
  void reset();

  /**
   * Returns what is known about the service, and what of it this emulator has relied on.
   *
   * @return the statements and their evidence
   */
  FidelityControl fidelity();
}
