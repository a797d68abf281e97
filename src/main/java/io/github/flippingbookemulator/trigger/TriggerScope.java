package io.github.flippingbookemulator.trigger;

/** What a trigger is limited to. */
public sealed interface TriggerScope {
  /** Everything in the account. */
  record OfAccount() implements TriggerScope {}

  /**
   * A publication and all its links.
   *
   * @param publicationId the publication
   */
  record OfPublication(String publicationId) implements TriggerScope {}

  /**
   * A tracked link.
   *
   * @param linkId the link
   */
  record OfLink(String linkId) implements TriggerScope {}

  /**
   * Returns whether an event is in this scope.
   *
   * @param event the event
   * @return true if it is
   */
  default boolean contains(TriggerEvent event) {
    if (this instanceof OfPublication publication) {
      return publication.publicationId().equals(event.publicationId());
    }
    if (this instanceof OfLink link) {
      return link.linkId().equals(event.linkId());
    }
    return true;
  }
}
