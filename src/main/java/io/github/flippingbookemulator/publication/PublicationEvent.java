package io.github.flippingbookemulator.publication;

import io.github.flippingbookemulator.event.DomainEvent;
import java.time.Instant;

/** Something that happened to a publication. */
public sealed interface PublicationEvent extends DomainEvent {
  /**
   * Names the publication.
   *
   * @return its id
   */
  String publicationId();

  /**
   * It was created.
   *
   * @param accountId its account
   * @param at when
   * @param publicationId its id
   */
  record PublicationCreated(long accountId, Instant at, String publicationId)
      implements PublicationEvent {}

  /**
   * Its metadata, customization or active source changed.
   *
   * @param accountId its account
   * @param at when
   * @param publicationId its id
   */
  record PublicationChanged(long accountId, Instant at, String publicationId)
      implements PublicationEvent {}

  /**
   * It went to the deleted state.
   *
   * @param accountId its account
   * @param at when
   * @param publicationId its id
   */
  record PublicationTrashed(long accountId, Instant at, String publicationId)
      implements PublicationEvent {}

  /**
   * It came back from the deleted state.
   *
   * @param accountId its account
   * @param at when
   * @param publicationId its id
   */
  record PublicationRestored(long accountId, Instant at, String publicationId)
      implements PublicationEvent {}

  /**
   * It is gone for good, and all that belonged to it with it.
   *
   * @param accountId its account
   * @param at when
   * @param publicationId its id
   */
  record PublicationPurged(long accountId, Instant at, String publicationId)
      implements PublicationEvent {}
}
