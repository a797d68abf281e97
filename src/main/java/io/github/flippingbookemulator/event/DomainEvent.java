package io.github.flippingbookemulator.event;

import java.time.Instant;

/** Something that happened in an account. Features declare their own events as records. */
public interface DomainEvent {
  /**
   * Returns the account.
   *
   * @return the id of the account in which it happened
   */
  long accountId();

  /**
   * Returns when it happened.
   *
   * @return the time on the emulator's clock
   */
  Instant at();
}
