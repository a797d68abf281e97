package io.github.flippingbookemulator.source;

import io.github.flippingbookemulator.event.DomainEvent;
import java.time.Instant;

/** Something that happened to a source. */
public sealed interface SourceEvent extends DomainEvent {
  /**
   * Names the publication.
   *
   * @return the id of the source's publication
   */
  String publicationId();

  /**
   * Names the source.
   *
   * @return its id
   */
  String sourceId();

  /**
   * It came in.
   *
   * @param accountId its account
   * @param at when
   * @param publicationId its publication
   * @param sourceId its id
   */
  record SourceReceived(long accountId, Instant at, String publicationId, String sourceId)
      implements SourceEvent {}

  /**
   * It went a step on.
   *
   * @param accountId its account
   * @param at when
   * @param publicationId its publication
   * @param sourceId its id
   * @param state the state it is in now
   */
  record SourceMoved(
      long accountId, Instant at, String publicationId, String sourceId, SourceState state)
      implements SourceEvent {}

  /**
   * All its pages are converted, and it is what readers see.
   *
   * @param accountId its account
   * @param at when
   * @param publicationId its publication
   * @param sourceId its id
   * @param first whether it is the first source of its publication to get there
   */
  record SourceConverted(
      long accountId, Instant at, String publicationId, String sourceId, boolean first)
      implements SourceEvent {}

  /**
   * Its conversion failed.
   *
   * @param accountId its account
   * @param at when
   * @param publicationId its publication
   * @param sourceId its id
   * @param reason why, in words
   */
  record ConversionFailed(
      long accountId, Instant at, String publicationId, String sourceId, String reason)
      implements SourceEvent {}
}
