package io.github.flippingbookemulator.reader;

import java.time.Duration;

/** A reader before an open publication, and what he can do with it. */
public interface VisitControl {
  /**
   * Returns what the visit is known by.
   *
   * @return the view session
   */
  Session session();

  /** Prints all pages. */
  void print();

  /**
   * Prints pages.
   *
   * @param pages which, such as {@code 1-12}
   */
  void print(String pages);

  /** Downloads the publication. */
  void download();

  /**
   * Clicks a link in the publication.
   *
   * @param url where it leads
   * @param page the page it is on, from 1
   */
  void click(String url, int page);

  /**
   * Sends the lead form.
   *
   * @param values what is filled in, in the order of the form's fields
   */
  void submitLead(String... values);

  /** Closes the lead form without filling it in. */
  void skipLead();

  /** Leaves; the visit has taken what the emulator's clock says. */
  void leave();

  /**
   * Leaves; a second time does nothing.
   *
   * @param time how long the visit is to have taken
   */
  void leaveAfter(Duration time);
}
