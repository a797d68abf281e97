package io.github.flippingbookemulator.trigger;

import java.util.List;

/** The mails that the service would have sent. None ever leaves the emulator. */
public interface OutboxControl {
  /**
   * Returns the mails.
   *
   * @return oldest first, a copy
   */
  List<Mail> mails();

  /** Throws the mails away. */
  void clear();
}
