package io.github.flippingbookemulator.internal.trigger;

import io.github.flippingbookemulator.event.DomainEvent;
import io.github.flippingbookemulator.internal.account.Account;
import io.github.flippingbookemulator.internal.account.Accounts;
import io.github.flippingbookemulator.internal.account.PerAccount;
import io.github.flippingbookemulator.internal.event.Events;
import io.github.flippingbookemulator.internal.fidelity.Reliance;
import io.github.flippingbookemulator.internal.fidelity.Statement;
import io.github.flippingbookemulator.internal.time.Background;
import io.github.flippingbookemulator.internal.time.EmulatorClock;
import io.github.flippingbookemulator.link.LinkEvent;
import io.github.flippingbookemulator.link.LinkEvent.LinkPurged;
import io.github.flippingbookemulator.link.Notification;
import io.github.flippingbookemulator.publication.PublicationEvent.PublicationPurged;
import io.github.flippingbookemulator.trigger.EventName;
import io.github.flippingbookemulator.trigger.Mail;
import io.github.flippingbookemulator.trigger.Trigger;
import io.github.flippingbookemulator.trigger.WebhookTargets;

/** Listens to all domain events and sends the notifications for them, by webhook or by mail. */
public final class Notifications implements AutoCloseable {
  private final Accounts accounts;
  private final PerAccount<Triggers> triggers;
  private final Deliveries deliveries;
  private final Outbox outbox = new Outbox();

  private final Reliance reliance;

  /**
   * Subscribes to the events.
   *
   * @param accounts all accounts
   * @param triggers the triggers of each account
   * @param events the bus to subscribe to
   * @param clock schedules the retries
   * @param background runs the deliveries
   * @param sender posts to webhooks
   * @param inboxes the webhook receivers of the emulator
   * @param targets where webhooks go
   */
  public Notifications(
      Accounts accounts,
      PerAccount<Triggers> triggers,
      Events events,
      EmulatorClock clock,
      Background background,
      WebhookSender sender,
      Inboxes inboxes,
      WebhookTargets targets) {
    this.accounts = accounts;
    this.reliance = background.reliance();
    this.triggers = triggers;
    this.deliveries = new Deliveries(clock, background, sender, inboxes, targets);
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
   * Returns the outbox.
   *
   * @return the mails that the service would have sent
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
    TriggerEvents.of(event).ifPresent(this::tell);
  }

  private void tell(TriggerEvent event) {
    // Also what Java or the control plane lets a reader do reaches webhooks as the service would.
    try (Reliance.Counting counting = reliance.countUnlessCounting()) {
      tellTriggers(event);
    }
  }

  private void tellTriggers(TriggerEvent event) {
    Triggers own = triggers.of(accounts.get(event.accountId()));
    for (Trigger trigger : own.firedBy(event)) {
      LinkTriggerProgress linkTrigger = own.ofLink(trigger);
      noteForm(event, linkTrigger != null);
      if (linkTrigger != null && linkTrigger.alerts().via() == Notification.EMAIL) {
        outbox.add(mail(event));
      } else {
        deliveries.add(
            event.accountId(),
            trigger.id(),
            event.event(),
            trigger.endpoint(),
            TriggerWire.notification(event));
      }
    }
  }

  private static void noteForm(TriggerEvent event, boolean automatic) {
    Reliance.on(automatic ? Statement.EVENT_EMAIL_AND_ZAPIER : Statement.EVENT_BODY);
    if (event.event() == EventName.LEAD && event.linkId() == null) {
      Reliance.on(Statement.EVENT_LEAD_SCOPE);
    }
    if (event.event() == EventName.DOWNLOAD) {
      Reliance.on(Statement.EVENT_DOWNLOAD);
    }
  }

  private Mail mail(TriggerEvent event) {
    Account account = accounts.get(event.accountId());
    return new Mail(
        event.at(),
        account.id(),
        account.email(),
        "FlippingBook: " + event.event().wire() + " on a tracked link",
        "Event: %s%nPublication: %s%nTracked link: %s%nTime: %s%n"
            .formatted(event.event().wire(), event.publicationId(), event.linkId(), event.at()),
        event.event());
  }

  private Account account(DomainEvent event) {
    return accounts.get(event.accountId());
  }
}
