package io.github.flippingbookemulator.source;

import io.github.flippingbookemulator.event.DomainEvent;
import java.time.Instant;

/** Something that happened to a source. */
public sealed interface SourceEvent extends DomainEvent {
  /**
   * Returns the publication of the source.
   *
   * @return the id of the publication
   */
  String publicationId();

  /**
   * Returns the source.
   *
   * @return its id
   */
  String sourceId();

  /**
   * It was added.
   *
   * @param accountId the id of its account
   * @param at when it happened
   * @param publicationId the id of its publication
   * @param sourceId its id
   */
  record SourceReceived(long accountId, Instant at, String publicationId, String sourceId)
      implements SourceEvent {}

  /**
   * Its state or its stage changed.
   *
   * @param accountId the id of its account
   * @param at when it happened
   * @param publicationId the id of its publication
   * @param sourceId its id
   * @param state the state after the change
   */
  record SourceMoved(
      long accountId, Instant at, String publicationId, String sourceId, SourceState state)
      implements SourceEvent {}

  /**
   * All its pages are converted, and readers see it from now on.
   *
   * @param accountId the id of its account
   * @param at when it happened
   * @param publicationId the id of its publication
   * @param sourceId its id
   * @param first whether it is the first converted source of its publication
   */
  record SourceConverted(
      long accountId, Instant at, String publicationId, String sourceId, boolean first)
      implements SourceEvent {}

  /**
   * Its conversion failed.
   *
   * @param accountId the id of its account
   * @param at when it happened
   * @param publicationId the id of its publication
   * @param sourceId its id
   * @param reason the reason, as text
   */
  record ConversionFailed(
      long accountId, Instant at, String publicationId, String sourceId, String reason)
      implements SourceEvent {}
}
