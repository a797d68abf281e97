package io.github.flippingbookemulator.trigger;

/** What a trigger is limited to. */
public sealed interface Scope {
  /** Everything in the account. */
  record OfAccount() implements Scope {}

  /**
   * A publication and all its links.
   *
   * @param publicationId the publication
   */
  record OfPublication(String publicationId) implements Scope {}

  /**
   * A tracked link.
   *
   * @param linkId the link
   */
  record OfLink(String linkId) implements Scope {}

  /**
   * Tells whether something that happened is inside.
   *
   * @param occurrence what happened
   * @return true if it is
   */
  default boolean contains(Occurrence occurrence) {
    if (this instanceof OfPublication publication) {
      return publication.publicationId().equals(occurrence.publicationId());
    }
    if (this instanceof OfLink link) {
      return link.linkId().equals(occurrence.linkId());
    }
    return true;
  }
}
