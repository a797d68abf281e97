package io.github.flippingbookemulator.link;

import java.time.Instant;

/**
 * A tracked link, in its state at one moment.
 *
 * @param id 32 lowercase hex digits
 * @param urlName the part of its URL that no other link has: six digits (O)
 * @param publicationId the publication that it leads to
 * @param triggerId the id of its automatic trigger
 * @param created when it was created
 * @param title its name for people
 * @param alerts what its owner is notified of
 * @param visitsBefore how often it had been opened when {@code alerts.notOpenedUntil()} was last
 *     changed
 * @param standing whether it can be used
 * @param all its visits since it was created
 * @param sinceSeen its visits since its owner last saw the statistics
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
    /** It leads readers to its publication. */
    ACTIVE("Active"),
    /** It was not opened before its set time. */
    EXPIRED("Expired"),
    /** Its owner disabled it. */
    DISABLED(""),
    /** It cannot be used or changed again, but its statistics stay (D). */
    DELETED("Deleted");

    private final String word;

    Status(String word) {
      this.word = word;
    }
  }

  /**
   * Returns the state as the API writes it.
   *
   * @return words separated by comma and space (D); a disabled link is neither active nor expired
   *     (E)
   */
  public String state() {
    String data = sinceSeen.count() > 0 ? "WithNewData" : "WithoutNewData";
    return standing.word.isEmpty() ? data : standing.word + ", " + data;
  }

  /**
   * Returns whether readers can open the publication through the link.
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
