package io.github.flippingbookemulator.link;

import java.time.Instant;

/**
 * A tracked link as it is at one moment.
 *
 * @param id 32 lowercase hex digits
 * @param urlName the part of its address that no other link has
 * @param publicationId the publication that it leads to
 * @param triggerId its automatic trigger
 * @param created when it was made
 * @param title as its owner sees it
 * @param alerts what its owner wants to be told
 * @param visitsBefore how often it had been opened when its window for not being opened began
 * @param standing whether it can be used
 * @param all how it was used since it was made
 * @param sinceSeen how it was used since its owner looked at the statistics
 */
public record TrackedLink(
    String id,
    String urlName,
    String publicationId,
    String triggerId,
    Instant created,
    String title,
    NotificationSettings alerts,
    int visitsBefore,
    Status standing,
    Visits all,
    Visits sinceSeen) {

  /** Whether a link can be used. */
  public enum Status {
    /** It leads to its publication. */
    ACTIVE("Active"),
    /** It was not opened before its set time. */
    EXPIRED("Expired"),
    /** Its owner switched it off. */
    DISABLED(""),
    /** It is gone for good, but for its statistics (D). */
    DELETED("Deleted");

    private final String word;

    Status(String word) {
      this.word = word;
    }
  }

  /**
   * Returns the state as the API writes it.
   *
   * @return words with comma and space between them (D); a disabled link is neither active nor
   *     expired (E)
   */
  public String state() {
    String data = sinceSeen.count() > 0 ? "WithNewData" : "WithoutNewData";
    return standing.word.isEmpty() ? data : standing.word + ", " + data;
  }

  /**
   * Tells whether readers get to the publication.
   *
   * @return false for a link that has expired, is disabled or deleted
   */
  public boolean isUsable() {
    return standing == Status.ACTIVE;
  }

  /**
   * Tells whether it was deleted, which is final (D).
   *
   * @return true from its deletion on
   */
  public boolean isDeleted() {
    return standing == Status.DELETED;
  }
}
