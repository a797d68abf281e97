package io.github.flippingbookemulator.link;

import io.github.flippingbookemulator.event.DomainEvent;
import java.time.Instant;

/** Something that happened to a tracked link. */
public sealed interface LinkEvent extends DomainEvent {
  /**
   * Shows the link.
   *
   * @return the link after what happened
   */
  TrackedLink link();

  /**
   * It was made.
   *
   * @param accountId its account
   * @param at when
   * @param link the link
   */
  record LinkCreated(long accountId, Instant at, TrackedLink link) implements LinkEvent {}

  /**
   * Its settings or its standing changed.
   *
   * @param accountId its account
   * @param at when
   * @param link the link
   */
  record LinkChanged(long accountId, Instant at, TrackedLink link) implements LinkEvent {}

  /**
   * It is gone, with its publication.
   *
   * @param accountId its account
   * @param at when
   * @param link the link
   */
  record LinkPurged(long accountId, Instant at, TrackedLink link) implements LinkEvent {}

  /**
   * It was not opened in its window.
   *
   * @param accountId its account
   * @param at when
   * @param link the link, expired now
   */
  record LinkNotOpened(long accountId, Instant at, TrackedLink link) implements LinkEvent {}
}
