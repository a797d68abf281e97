package io.github.flippingbookemulator.control;

import io.github.flippingbookemulator.account.Account;
import io.github.flippingbookemulator.account.Accounts;
import io.github.flippingbookemulator.event.Events;
import io.github.flippingbookemulator.http.Journal;
import io.github.flippingbookemulator.link.TrackedLinks;
import io.github.flippingbookemulator.publication.Publications;
import io.github.flippingbookemulator.reader.Readers;
import io.github.flippingbookemulator.source.Conversions;
import io.github.flippingbookemulator.source.RegisteredFiles;
import io.github.flippingbookemulator.time.EmulatorClock;
import io.github.flippingbookemulator.trigger.Deliveries;
import io.github.flippingbookemulator.trigger.Inbox;
import io.github.flippingbookemulator.trigger.Outbox;

/**
 * What can be steered and seen of an emulator, by groups.
 *
 * <p>The groups belong to one life of the emulator, from start or reset to the next: after a reset,
 * ask for them anew.
 */
public interface EmulatorControl {
  /**
   * Returns the clock that drives everything.
   *
   * @return to read, to advance, to freeze
   */
  EmulatorClock clock();

  /**
   * Returns the accounts.
   *
   * @return all accounts and their keys
   */
  Accounts accounts();

  /**
   * Returns the control over conversions.
   *
   * @return to choose their pace, to step, finish, hold and fail them
   */
  Conversions conversions();

  /**
   * Returns the files that sources can name by address without using the network.
   *
   * @return to register files
   */
  RegisteredFiles files();

  /**
   * Returns the publications of an account, also to do what the API has no call for.
   *
   * @param account one of {@link #accounts}
   * @return to read, to restore from the trash, to let search engines list them
   */
  Publications publications(Account account);

  /**
   * Returns the tracked links of an account, also to do what the API has no call for.
   *
   * @param account one of {@link #accounts}
   * @return to read, to mark their statistics as seen
   */
  TrackedLinks links(Account account);

  /**
   * Returns the readers.
   *
   * @return to open publications and links, and to act in them, without a browser
   */
  Readers readers();

  /**
   * Returns the deliveries to webhooks.
   *
   * @return their log; to hold, release and repeat them
   */
  Deliveries deliveries();

  /**
   * Returns a webhook receiver of the emulator's own.
   *
   * @param name lowercase letters, digits and dashes
   * @return the inbox with this name
   */
  Inbox inbox(String name);

  /**
   * Returns the mails that the service would have sent.
   *
   * @return to read
   */
  Outbox outbox();

  /**
   * Returns what was called and what happened.
   *
   * @return to read
   */
  Journal journal();

  /**
   * Returns the bus on which everything that happens is told.
   *
   * @return to listen
   */
  Events events();

  /** Makes everything as it was at the start, on the same port. */
  void reset();
}
