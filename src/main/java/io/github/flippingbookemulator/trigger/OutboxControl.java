package io.github.flippingbookemulator.trigger;

import java.util.List;

/** The mails that the service would have sent, the newest 10,000. None is really sent. */
public interface OutboxControl {
  /**
   * Returns the mails.
   *
   * @return oldest first, a copy
   */
  List<Mail> mails();

  /** Removes all mails. */
  void clear();
}
