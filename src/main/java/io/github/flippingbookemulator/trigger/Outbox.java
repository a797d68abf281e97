package io.github.flippingbookemulator.trigger;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The mails that the service would have sent. None ever leaves the emulator. */
public final class Outbox {
  private final List<Mail> mails = new CopyOnWriteArrayList<>();

  Outbox() {}

  void add(Mail mail) {
    mails.add(mail);
  }

  /**
   * Returns the mails.
   *
   * @return oldest first, a copy
   */
  public List<Mail> mails() {
    return List.copyOf(mails);
  }

  /** Throws the mails away. */
  public void clear() {
    mails.clear();
  }
}
