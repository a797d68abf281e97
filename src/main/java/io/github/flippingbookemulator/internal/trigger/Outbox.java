package io.github.flippingbookemulator.internal.trigger;

import io.github.flippingbookemulator.trigger.Mail;
import io.github.flippingbookemulator.trigger.OutboxControl;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The mails that the service would have sent. None is really sent. */
public final class Outbox implements OutboxControl {
  private final List<Mail> mails = new CopyOnWriteArrayList<>();

  Outbox() {}

  void add(Mail mail) {
    mails.add(mail);
  }

  @Override
  public List<Mail> mails() {
    return List.copyOf(mails);
  }

  @Override
  public void clear() {
    mails.clear();
  }
}
