package io.github.flippingbookemulator.reader;

import io.github.flippingbookemulator.event.DomainEvent;
import java.time.Instant;

/** An action of a reader. */
public sealed interface ReaderEvent extends DomainEvent {
  /**
   * Returns the view session in which it happened.
   *
   * @return the session
   */
  Session session();

  @Override
  default long accountId() {
    return session().accountId();
  }

  /**
   * A view session started.
   *
   * @param at when it happened
   * @param session the session
   */
  record SessionStarted(Instant at, Session session) implements ReaderEvent {}

  /**
   * A view session ended.
   *
   * @param at when it happened
   * @param session the session
   */
  record SessionEnded(Instant at, Session session) implements ReaderEvent {}

  /**
   * The print button was clicked.
   *
   * @param at when it happened
   * @param session the session
   * @param pages the printed pages, such as {@code 1-12}
   */
  record Printed(Instant at, Session session, String pages) implements ReaderEvent {}

  /**
   * The download button was clicked.
   *
   * @param at when it happened
   * @param session the session
   * @param pages the downloaded pages, such as {@code 1-12}
   */
  record Downloaded(Instant at, Session session, String pages) implements ReaderEvent {}

  /**
   * A link in the publication was clicked.
   *
   * @param at when it happened
   * @param session the session
   * @param url the target of the link
   * @param page the page it is on, from 1
   */
  record LinkClicked(Instant at, Session session, String url, int page) implements ReaderEvent {}

  /**
   * The lead form was sent, or a test asked for a skipped one.
   *
   * @param at when it happened
   * @param session the session
   * @param lead what was filled in
   */
  record LeadSubmitted(Instant at, Session session, Lead lead) implements ReaderEvent {}
}
