package io.github.flippingbookemulator.publication;

import io.github.flippingbookemulator.event.DomainEvent;
import java.time.Instant;

/** Something that happened to a publication. */
public sealed interface PublicationEvent extends DomainEvent {
  /**
   * Returns the publication.
   *
   * @return its id
   */
  String publicationId();

  /**
   * It was created.
   *
   * @param accountId the id of its account
   * @param at when it happened
   * @param publicationId its id
   */
  record PublicationCreated(long accountId, Instant at, String publicationId)
      implements PublicationEvent {}

  /**
   * Its metadata, customization or active source changed.
   *
   * @param accountId the id of its account
   * @param at when it happened
   * @param publicationId its id
   */
  record PublicationChanged(long accountId, Instant at, String publicationId)
      implements PublicationEvent {}

  /**
   * It was deleted; it can be restored.
   *
   * @param accountId the id of its account
   * @param at when it happened
   * @param publicationId its id
   */
  record PublicationTrashed(long accountId, Instant at, String publicationId)
      implements PublicationEvent {}

  /**
   * It was restored after its deletion.
   *
   * @param accountId the id of its account
   * @param at when it happened
   * @param publicationId its id
   */
  record PublicationRestored(long accountId, Instant at, String publicationId)
      implements PublicationEvent {}

  /**
   * It was removed for good, with all that belonged to it.
   *
   * @param accountId the id of its account
   * @param at when it happened
   * @param publicationId its id
   */
  record PublicationPurged(long accountId, Instant at, String publicationId)
      implements PublicationEvent {}
}
