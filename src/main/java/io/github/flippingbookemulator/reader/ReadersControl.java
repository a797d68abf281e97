package io.github.flippingbookemulator.reader;

import io.github.flippingbookemulator.error.ErrorCode;
import io.github.flippingbookemulator.error.Refusal;
import io.github.flippingbookemulator.reader.Lead.Field;
import java.util.List;
import java.util.Optional;

/**
 * The readers of all accounts, controlled by a test. They open publications by URL, as people do,
 * and their actions are published as events, as if they came from a browser.
 */
public interface ReadersControl {
  /**
   * Opens a publication by its hash id.
   *
   * @param hashId nine digits
   * @return the visit
   * @throws Refusal {@link ErrorCode#OBJECT_NOT_FOUND} if there is nothing to read
   */
  VisitControl open(String hashId);

  /**
   * Opens a tracked link.
   *
   * @param urlName the last part of its URL
   * @return the visit
   * @throws Refusal {@link ErrorCode#OBJECT_NOT_FOUND} if there is nothing to read
   */
  VisitControl openLink(String urlName);

  /**
   * Finds a visit that has not ended. Of the visits that nobody ends, the newest 20,000 are kept;
   * older ones go on no more, without an event.
   *
   * @param sessionId the id of its session
   * @return the visit
   */
  Optional<? extends VisitControl> visit(String sessionId);

  /**
   * Returns the lead form of a publication.
   *
   * @param publicationId the publication
   * @return its fields; only one for an e-mail address if none were set
   */
  List<Field> leadForm(String publicationId);

  /**
   * Sets the lead form of a publication, until it is purged. The API has no call for this. The
   * newest 10,000 forms are kept.
   *
   * @param publicationId the publication
   * @param fields its fields
   * @throws IllegalArgumentException if no field is for an e-mail address
   */
  void leadForm(String publicationId, List<Field> fields);
}
