package io.github.flippingbookemulator.internal.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.trigger.EventName;
import io.github.flippingbookemulator.trigger.InboxControl.Message;
import io.github.flippingbookemulator.trigger.Mail;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What inboxes and the outbox keep of very much. */
class InboxesTest {
  private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");

  private final Inboxes inboxes =
      new Inboxes(() -> URI.create("http://127.0.0.1/_emulator"), List::of, "me", 1);

  @Test
  void the_newest_messages_of_all_inboxes_are_kept() {
    Inbox old = inboxes.inbox("old");
    Inbox busy = inboxes.inbox("busy");
    old.receive(message("first"));
    busy.receive(message("second"));
    old.receive(message("third"));
    for (int i = 2; i < InboxMemory.MESSAGES; i++) {
      busy.receive(message("more"));
    }

    assertThat(old.messages()).extracting(Message::body).containsExactly("third");
    assertThat(busy.messages()).hasSize(InboxMemory.MESSAGES - 1).contains(message("second"));
  }

  @Test
  void long_messages_count_for_more() {
    Inbox inbox = inboxes.inbox("a");
    String half = "x".repeat(InboxMemory.CHARACTERS / 2);
    inbox.receive(message("first"));
    inbox.receive(message(half));
    inbox.receive(message("last"));
    assertThat(inbox.messages()).hasSize(3);

    inbox.receive(message(half));

    assertThat(inbox.messages()).containsExactly(message("last"), message(half));
    inbox.clear();
    inbox.receive(message(half));
    inbox.receive(message(half));
    assertThat(inbox.messages()).hasSize(2);
  }

  @Test
  void the_newest_inboxes_are_kept() {
    Inbox first = inboxes.inbox("first");
    Inbox second = inboxes.inbox("second");
    for (int i = 1; i < Inboxes.NAMES; i++) {
      inboxes.inbox("" + i);
    }

    assertThat(inboxes.inbox("second")).isSameAs(second);
    assertThat(inboxes.inbox("first")).isNotSameAs(first);
  }

  @Test
  void the_newest_mails_are_kept() {
    Outbox outbox = new Outbox();
    for (int i = 0; i <= Outbox.CAPACITY; i++) {
      outbox.add(new Mail(AT, 1, "ann@example.com", "" + i, "", EventName.CREATED));
    }

    assertThat(outbox.mails()).hasSize(Outbox.CAPACITY);
    assertThat(outbox.mails().get(0).subject()).isEqualTo("1");
  }

  private static Message message(String body) {
    return new Message(AT, "", body);
  }
}
