package io.github.flippingbookemulator.control;

import io.github.flippingbookemulator.account.AccountsControl;
import io.github.flippingbookemulator.event.EventsControl;
import io.github.flippingbookemulator.fault.FaultsControl;
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
 * What can be steered and seen of an emulator, by groups.
 *
 * <p>The groups belong to one instance of the emulator, from start, reset or restore to the next:
 * after either, ask for them anew.
 */
public interface EmulatorControl {
  /**
   * Returns where the emulator is.
   *
   * @return {@code http://host:port}
   */
  URI uri();

  /**
   * Returns what a client's base URL becomes.
   *
   * @return {@code http://host:port/api/v1}
   */
  URI apiUrl();

  /**
   * Returns a key to call with.
   *
   * @return the oldest API key of the default account
   * @throws IllegalStateException if all its keys have been revoked
   */
  default String apiKey() {
    return accounts().defaultAccount().apiKey();
  }

  /**
   * Returns the clock that drives everything.
   *
   * @return to read, to advance, to freeze
   */
  ClockControl clock();

  /**
   * Returns the accounts.
   *
   * @return all accounts and their keys
   */
  AccountsControl accounts();

  /**
   * Returns the control over conversions.
   *
   * @return to choose their pace, to step, finish, hold and fail them
   */
  ConversionsControl conversions();

  /**
   * Returns the files that sources can name by address without using the network.
   *
   * @return to register files
   */
  FilesControl files();

  /**
   * Returns the publications of all accounts, also to do what the API has no call for.
   *
   * @return to read, to restore from the trash, to let search engines list them
   */
  PublicationsControl publications();

  /**
   * Returns the tracked links of all accounts, also to do what the API has no call for.
   *
   * @return to read, to mark their statistics as seen
   */
  LinksControl links();

  /**
   * Returns the triggers of all accounts.
   *
   * @return to read
   */
  TriggersControl triggers();

  /**
   * Returns the readers.
   *
   * @return to open publications and links, and to act in them, without a browser
   */
  ReadersControl readers();

  /**
   * Returns the deliveries to webhooks.
   *
   * @return their log; to hold, release and repeat them
   */
  DeliveriesControl deliveries();

  /**
   * Returns a webhook receiver of the emulator's own.
   *
   * @param name lowercase letters, digits and dashes
   * @return the inbox with this name
   */
  InboxControl inbox(String name);

  /**
   * Returns the mails that the service would have sent.
   *
   * @return to read
   */
  OutboxControl outbox();

  /**
   * Returns the faults.
   *
   * @return to let calls of the API fail, in ways and numbers of one's choice
   */
  FaultsControl faults();

  /**
   * Returns what was called and what happened.
   *
   * @return to read
   */
  JournalControl journal();

  /**
   * Returns the bus on which everything that happens is told.
   *
   * @return to listen
   */
  EventsControl events();

  /** Takes all conversions to their end: short for {@code conversions().finishAll()}. */
  default void finishConversions() {
    conversions().finishAll();
  }

  /**
   * Tells what the emulator has begun and not ended: conversions, downloads, deliveries.
   *
   * @return what is pending, and what each waits for; nothing once it has settled
   */
  List<Pending> pending();

  /**
   * Waits until the emulator has ended what it has begun, ten seconds at most; see {@link
   * #settle(Duration)}.
   */
  default void settle() {
    settle(Duration.ofSeconds(10));
  }

  /**
   * Waits until the emulator has ended what it has begun: conversions, downloads, deliveries. It
   * does not move the clock.
   *
   * @param limit how long to wait at most, in real time
   * @throws IllegalStateException if something is pending when the time is up; at once if what is
   *     pending will not end by itself, because the clock stands still or the test holds it back.
   *     The message lists what is pending.
   */
  void settle(Duration limit);

  /**
   * Takes down the whole state at this moment; {@link Snapshot} says what belongs to it. All
   * accounts are taken down at the same moment, also while clients change them. A PDF that is still
   * on its way is not waited for: after a restore it sets out again.
   *
   * @return what {@link #restore} begins with, as often as wanted; later changes do not change it
   * @throws IllegalStateException if the emulator is reset meanwhile, or if called by a listener of
   *     events
   */
  Snapshot snapshot();

  /**
   * Begins anew with a snapshot of this or another emulator, on the same port. Everything that runs
   * on the clock goes on from the time of the snapshot: conversions, the trash, the windows of
   * links. The clock has the speed that this emulator was started with. Nobody is told; who
   * listened to events has to ask for {@link #events()} anew.
   *
   * @param snapshot what everything is to be like
   */
  void restore(Snapshot snapshot);

  /**
   * Writes the whole state to the file in which the emulator keeps it, as it does when it stops.
   *
   * @throws IllegalStateException if it keeps none
   * @throws java.io.UncheckedIOException if the file cannot be written; it is as it was then
   */
  void saveState();

  /** Makes everything as it was at the start, on the same port. */
  void reset();

  /**
   * Tells what a green test rests on: where the emulator's behavior is not the vendor's current
   * documentation alone.
   *
   * @return the rows of the table of fidelity, by groups
   */
  List<Fidelity> fidelity();
}
