package io.github.flippingbookemulator.internal.runtime;

import io.github.flippingbookemulator.internal.account.Accounts;
import io.github.flippingbookemulator.internal.account.PerAccount;
import io.github.flippingbookemulator.internal.event.Events;
import io.github.flippingbookemulator.internal.journal.Secrets;
import io.github.flippingbookemulator.internal.link.AllLinks;
import io.github.flippingbookemulator.internal.link.TrackedLinks;
import io.github.flippingbookemulator.internal.link.UrlNames;
import io.github.flippingbookemulator.internal.option.OptionValues;
import io.github.flippingbookemulator.internal.publication.AllPublications;
import io.github.flippingbookemulator.internal.publication.PublicationOptions;
import io.github.flippingbookemulator.internal.publication.Publications;
import io.github.flippingbookemulator.internal.reader.Readers;
import io.github.flippingbookemulator.internal.source.AllSources;
import io.github.flippingbookemulator.internal.source.ConversionOptions;
import io.github.flippingbookemulator.internal.source.RegisteredFiles;
import io.github.flippingbookemulator.internal.store.Ids;
import io.github.flippingbookemulator.internal.time.Background;
import io.github.flippingbookemulator.internal.time.EmulatorClock;
import io.github.flippingbookemulator.internal.trigger.AllTriggers;
import io.github.flippingbookemulator.internal.trigger.Inboxes;
import io.github.flippingbookemulator.internal.trigger.Notifications;
import io.github.flippingbookemulator.internal.trigger.Triggers;
import io.github.flippingbookemulator.internal.trigger.WebhookOptions;
import io.github.flippingbookemulator.publication.PublicationEvent.PublicationPurged;

/** The features of an instance, wired together: all its state. */
final class Features {
  final EmulatorClock clock;
  final Ids ids;
  final Accounts accounts;
  final PerAccount<Publications> publications;
  final AllPublications allPublications;
  final AllSources sources;
  final PerAccount<TrackedLinks> links;
  final AllLinks allLinks;
  final PerAccount<Triggers> triggers;
  final AllTriggers allTriggers;
  final Readers readers;
  final Inboxes inboxes;
  final Notifications notifications;

  /**
   * Makes features without accounts.
   *
   * @param shared what the instance shares with those before and after it
   * @param inboxes receive webhooks
   * @param options what the instance starts with
   * @param clock its clock
   * @param ids its ids
   * @param events its events
   * @param background its work outside of requests
   * @param secrets masks keys and tokens
   */
  Features(
      SharedParts shared,
      Inboxes inboxes,
      OptionValues options,
      EmulatorClock clock,
      Ids ids,
      Events events,
      Background background,
      Secrets secrets) {
    this.clock = clock;
    this.ids = ids;
    this.inboxes = inboxes;
    accounts = new Accounts(ids, secrets::add);
    publications =
        new PerAccount<>(
            account ->
                new Publications(
                    account, ids, clock, events, options.get(PublicationOptions.TRASH_RETENTION)));
    allPublications = new AllPublications(accounts, publications);
    sources =
        new AllSources(
            publications,
            ids,
            clock,
            events,
            background,
            shared.downloads(),
            shared.threads(),
            ConversionOptions.of(options));
    options.get(RegisteredFiles.FILES).forEach(sources.files()::register);
    UrlNames urlNames = new UrlNames();
    links =
        new PerAccount<>(
            account ->
                new TrackedLinks(account, publications.of(account), ids, urlNames, clock, events));
    allLinks = new AllLinks(accounts, links);
    events.on(
        PublicationPurged.class,
        purged ->
            links.byId(purged.accountId()).ifPresent(own -> own.forget(purged.publicationId())));
    readers = new Readers(accounts, publications, links, ids, clock, events);
    triggers =
        new PerAccount<>(
            account -> new Triggers(account, publications.of(account), links.of(account), ids));
    allTriggers = new AllTriggers(accounts, triggers);
    notifications =
        new Notifications(
            accounts,
            triggers,
            events,
            clock,
            background,
            shared.sender(),
            inboxes,
            options.get(WebhookOptions.WEBHOOKS));
  }
}
