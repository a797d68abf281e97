package io.github.flippingbookemulator.assertj;

import io.github.flippingbookemulator.trigger.EventName;
import io.github.flippingbookemulator.trigger.Mail;

/** Assertions on the mails that the service would have sent. */
public final class MailsAssert extends SelectionAssert<MailsAssert, Mail, MailAssert> {
  MailsAssert(AssertionContext context, Selection<Mail> selection) {
    super(context, selection, MailsAssert.class);
  }

  /**
   * Selects those about an event.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).mails().ofEvent("session").hasSize(1);
   * // fails
   * assertThat(emulator).mails().ofEvent("notViewedUntil").hasSize(2);
   * </code></pre>
   *
   * @param name the event's name as the API writes it
   * @return an assertion on them
   * @throws IllegalArgumentException if there is no such event
   */
  public MailsAssert ofEvent(String name) {
    EventName event = EventNames.named(name);
    return where("of event '" + name + "'", each -> each.event() == event);
  }

  /**
   * Selects those to a recipient.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).mails().to(emulator.accounts().defaultAccount().email()).isNotEmpty();
   * // fails
   * assertThat(emulator).mails().to("nobody@example.com").isNotEmpty();
   * </code></pre>
   *
   * @param recipient an e-mail address
   * @return an assertion on them
   */
  public MailsAssert to(String recipient) {
    return where("to " + recipient, each -> each.recipient().equals(recipient));
  }

  @Override
  MailsAssert on(Selection<Mail> narrower) {
    return new MailsAssert(context, narrower);
  }

  @Override
  MailAssert on(Mail one) {
    return new MailAssert(context, one);
  }

  @Override
  String fact(Mail each) {
    return Descriptions.of(each);
  }
}
