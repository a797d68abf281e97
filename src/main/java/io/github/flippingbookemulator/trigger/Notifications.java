package io.github.flippingbookemulator.trigger;

import io.github.flippingbookemulator.account.Account;
import io.github.flippingbookemulator.account.Accounts;
import io.github.flippingbookemulator.account.PerAccount;
import io.github.flippingbookemulator.event.DomainEvent;
import io.github.flippingbookemulator.event.Events;
import io.github.flippingbookemulator.link.LinkEvent;
import io.github.flippingbookemulator.link.LinkEvent.LinkPurged;
import io.github.flippingbookemulator.link.Notification;
import io.github.flippingbookemulator.publication.PublicationEvent.PublicationPurged;
import io.github.flippingbookemulator.time.Background;
import io.github.flippingbookemulator.time.EmulatorClock;

/** Listens to everything that happens and tells it to whom it concerns: by webhook, by mail. */
public final class Notifications implements AutoCloseable {
  private final Accounts accounts;
  private final PerAccount<Triggers> triggers;
  private final Deliveries deliveries;
  private final Outbox outbox = new Outbox();

  /**
   * Begins to listen.
   *
   * @param accounts all accounts
   * @param triggers the triggers of each account
   * @param events where it is told what happens
   * @param clock what retries go by
   * @param background where deliveries are made
   * @param sender what posts to webhooks
   * @param inboxes the webhooks of the emulator's own
   */
  public Notifications(
      Accounts accounts,
      PerAccount<Triggers> triggers,
      Events events,
      EmulatorClock clock,
      Background background,
      WebhookSender sender,
      Inboxes inboxes) {
    this.accounts = accounts;
    this.triggers = triggers;
    this.deliveries = new Deliveries(clock, background, sender, inboxes);
    events.subscribe(this::hear);
  }

  /**
   * Returns the deliveries to webhooks.
   *
   * @return the log, and the control over them
   */
  public Deliveries deliveries() {
    return deliveries;
  }

  /**
   * Returns the mails.
   *
   * @return what the service would have sent
   */
  public Outbox outbox() {
    return outbox;
  }

  @Override
  public void close() {
    deliveries.close();
  }

  private void hear(DomainEvent event) {
    if (event instanceof LinkPurged purged) {
      triggers.of(account(event)).forgetLink(purged.link().id());
    } else if (event instanceof LinkEvent link) {
      triggers.of(account(event)).follow(link.link());
    } else if (event instanceof PublicationPurged purged) {
      triggers.of(account(event)).forgetPublication(purged.publicationId());
    }
    Occurrences.of(event).ifPresent(this::tell);
  }

  private void tell(Occurrence occurrence) {
    Triggers own = triggers.of(accounts.get(occurrence.accountId()));
    for (Trigger trigger : own.firedBy(occurrence)) {
      LinkTrigger linkTrigger = own.ofLink(trigger);
      if (linkTrigger != null && linkTrigger.alerts().via() == Notification.EMAIL) {
        outbox.add(mail(occurrence));
      } else {
        deliveries.add(
            occurrence.accountId(),
            trigger.id(),
            occurrence.event(),
            trigger.endpoint(),
            TriggerWire.notification(occurrence));
      }
    }
  }

  private Mail mail(Occurrence occurrence) {
    Account account = accounts.get(occurrence.accountId());
    return new Mail(
        occurrence.at(),
        account.id(),
        account.email(),
        "FlippingBook: " + occurrence.event().wire() + " on a tracked link",
        "Event: %s%nPublication: %s%nTracked link: %s%nTime: %s%n"
            .formatted(
                occurrence.event().wire(),
                occurrence.publicationId(),
                occurrence.linkId(),
                occurrence.at()),
        occurrence.event());
  }

  private Account account(DomainEvent event) {
    return accounts.get(event.accountId());
  }
}
