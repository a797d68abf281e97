package io.github.flippingbookemulator.internal.trigger;

import io.github.flippingbookemulator.trigger.InboxControl.Message;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What all inboxes keep together: the newest {@value #MESSAGES} messages with {@value #CHARACTERS}
 * characters in all. What is too much is taken from the inbox that has the oldest message.
 */
final class InboxMemory {
  static final int MESSAGES = 20_000;
  static final int CHARACTERS = 16_000_000;

  private final Deque<Kept> kept = new ArrayDeque<>();
  private long characters;

  private record Kept(Inbox inbox, Message message) {
    int size() {
      return message.body().length();
    }
  }

  synchronized void add(Inbox inbox, Message message) {
    Kept newest = new Kept(inbox, message);
    kept.addLast(newest);
    characters += newest.size();
    while (kept.size() > MESSAGES || characters > CHARACTERS && kept.size() > 1) {
      Kept oldest = kept.removeFirst();
      characters -= oldest.size();
      oldest.inbox().forget(oldest.message());
    }
  }

  synchronized void clear(Inbox inbox) {
    kept.removeIf(
        each -> {
          boolean own = each.inbox() == inbox;
          characters -= own ? each.size() : 0;
          return own;
        });
  }
}
