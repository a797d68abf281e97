package io.github.flippingbookemulator.reader;

import java.time.Duration;

/**
 * A visit of a reader to a publication, with the reader's possible actions. After its end, each
 * action is refused with {@link io.github.flippingbookemulator.error.ErrorCode#OBJECT_NOT_FOUND}.
 */
public interface VisitControl {
  /**
   * Returns the view session of the visit.
   *
   * @return the session
   */
  Session session();

  /** Prints all pages. */
  void print();

  /**
   * Prints pages.
   *
   * @param pages the pages, such as {@code 1-12}
   */
  void print(String pages);

  /** Downloads the publication. */
  void download();

  /**
   * Clicks a link in the publication.
   *
   * @param url the target of the link
   * @param page the page it is on, from 1
   */
  void click(String url, int page);

  /**
   * Sends the lead form.
   *
   * @param values one value for each field of the form, in order
   * @throws IllegalArgumentException if the number of values is wrong
   */
  void submitLead(String... values);

  /**
   * Causes the event of a lead that was not filled in. No reader does: closing the form is no lead
   * (D).
   */
  void skipLead();

  /** Ends the visit; the emulator's clock measures its length. A second time does nothing. */
  void leave();

  /**
   * Ends the visit; a second time does nothing.
   *
   * @param time the length of the visit
   */
  void leaveAfter(Duration time);
}
