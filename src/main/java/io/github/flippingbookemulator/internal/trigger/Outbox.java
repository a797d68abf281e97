package io.github.flippingbookemulator.internal.trigger;

import io.github.flippingbookemulator.trigger.Mail;
import io.github.flippingbookemulator.trigger.OutboxControl;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The newest {@value #CAPACITY} mails that the service would have sent. None is really sent. */
public final class Outbox implements OutboxControl {
  static final int CAPACITY = 10_000;

  private final Deque<Mail> mails = new ArrayDeque<>();

  Outbox() {}

  synchronized void add(Mail mail) {
    if (mails.size() == CAPACITY) {
      mails.removeFirst();
    }
    mails.add(mail);
  }

  @Override
  public synchronized List<Mail> mails() {
    return List.copyOf(mails);
  }

  @Override
  public synchronized void clear() {
    mails.clear();
  }
}
