package io.github.flippingbookemulator.link;

import io.github.flippingbookemulator.event.DomainEvent;
import java.time.Instant;

/** An event of a tracked link. */
public sealed interface LinkEvent extends DomainEvent {
  /**
   * Returns the link.
   *
   * @return the link after the event
   */
  TrackedLink link();

  /**
   * The link was created.
   *
   * @param accountId its account
   * @param at when it happened
   * @param link the link
   */
  record LinkCreated(long accountId, Instant at, TrackedLink link) implements LinkEvent {}

  /**
   * The link was updated.
   *
   * @param accountId its account
   * @param at when it happened
   * @param link the link
   */
  record LinkChanged(long accountId, Instant at, TrackedLink link) implements LinkEvent {}

  /**
   * The link was purged together with its publication.
   *
   * @param accountId its account
   * @param at when it happened
   * @param link the link
   */
  record LinkPurged(long accountId, Instant at, TrackedLink link) implements LinkEvent {}

  /**
   * The link was not opened before its set time.
   *
   * @param accountId its account
   * @param at when it happened
   * @param link the link, expired now
   */
  record LinkNotOpened(long accountId, Instant at, TrackedLink link) implements LinkEvent {}
}
