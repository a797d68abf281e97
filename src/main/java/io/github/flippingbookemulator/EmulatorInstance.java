package io.github.flippingbookemulator;

import io.github.flippingbookemulator.control.EmulatorControl;
import io.github.flippingbookemulator.internal.account.Account;
import io.github.flippingbookemulator.internal.account.AccountRoutes;
import io.github.flippingbookemulator.internal.account.Accounts;
import io.github.flippingbookemulator.internal.account.PerAccount;
import io.github.flippingbookemulator.internal.control.AuthorityRoutes;
import io.github.flippingbookemulator.internal.control.ControlRoutes;
import io.github.flippingbookemulator.internal.control.DashboardRoutes;
import io.github.flippingbookemulator.internal.control.EventStreams;
import io.github.flippingbookemulator.internal.control.Feed;
import io.github.flippingbookemulator.internal.event.Events;
import io.github.flippingbookemulator.internal.fault.Faults;
import io.github.flippingbookemulator.internal.http.ControlToken;
import io.github.flippingbookemulator.internal.http.Endpoints;
import io.github.flippingbookemulator.internal.http.Gateway;
import io.github.flippingbookemulator.internal.journal.Journal;
import io.github.flippingbookemulator.internal.link.AllLinks;
import io.github.flippingbookemulator.internal.link.TrackedLinkRoutes;
import io.github.flippingbookemulator.internal.link.TrackedLinks;
import io.github.flippingbookemulator.internal.publication.AllPublications;
import io.github.flippingbookemulator.internal.publication.PasswordCookie;
import io.github.flippingbookemulator.internal.publication.PublicationRoutes;
import io.github.flippingbookemulator.internal.publication.PublicationUrls;
import io.github.flippingbookemulator.internal.publication.Publications;
import io.github.flippingbookemulator.internal.reader.ReaderRoutes;
import io.github.flippingbookemulator.internal.reader.Readers;
import io.github.flippingbookemulator.internal.reader.ReportRoutes;
import io.github.flippingbookemulator.internal.snapshot.EmulatorState;
import io.github.flippingbookemulator.internal.source.AllSources;
import io.github.flippingbookemulator.internal.source.ContentRoutes;
import io.github.flippingbookemulator.internal.source.Downloads;
import io.github.flippingbookemulator.internal.source.SourceRoutes;
import io.github.flippingbookemulator.internal.store.Ids;
import io.github.flippingbookemulator.internal.time.Background;
import io.github.flippingbookemulator.internal.time.EmulatorClock;
import io.github.flippingbookemulator.internal.time.Threads;
import io.github.flippingbookemulator.internal.tls.ServerCertificate;
import io.github.flippingbookemulator.internal.trigger.AllTriggers;
import io.github.flippingbookemulator.internal.trigger.InboxRoutes;
import io.github.flippingbookemulator.internal.trigger.Inboxes;
import io.github.flippingbookemulator.internal.trigger.Notifications;
import io.github.flippingbookemulator.internal.trigger.OlderTriggerRoutes;
import io.github.flippingbookemulator.internal.trigger.TriggerRoutes;
import io.github.flippingbookemulator.internal.trigger.Triggers;
import io.github.flippingbookemulator.internal.trigger.WebhookSender;
import io.github.flippingbookemulator.publication.PublicationEvent.PublicationPurged;
import io.github.flippingbookemulator.time.Pending;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * One instance of the emulated service, from start, reset or restore to the next: all its state,
 * wired together. What is under way in an old instance may still end, but nobody sees it.
 */
final class EmulatorInstance implements AutoCloseable {
  final EmulatorClock clock;
  final Events events = new Events();
  final Journal journal = new Journal();
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
  final Notifications notifications;
  final Inboxes inboxes;
  final Faults faults;
  final Gateway<Account> gateway;
  final Feed feed;
  private final Background background;

  /**
   * Where an instance is led.
   *
   * @param uri tells {@code http://host:port}
   * @param server tells the server from all others
   * @param instance counts the instances that it serves
   */
  record Address(Supplier<URI> uri, String server, long instance) {}

  /**
   * Begins an instance.
   *
   * @param address where it is led
   * @param earlier what it begins with; where empty, as the options say
   */
  EmulatorInstance(
      EmulatorOptions options,
      Threads threads,
      Downloads downloads,
      WebhookSender sender,
      EventStreams streams,
      Address address,
      Optional<ServerCertificate> certificate,
      EmulatorControl control,
      Optional<EmulatorState> earlier) {
    background = new Background(threads);
    clock =
        earlier
            .map(state -> new EmulatorClock(threads, background, state.time(), 0))
            .orElseGet(() -> EmulatorClock.startingNow(threads, background, options.speed()));
    events.subscribe(journal::note);
    ids = earlier.map(state -> new Ids(state.ids())).orElseGet(() -> newIds(options.seed()));
    accounts = new Accounts(ids);
    if (earlier.isEmpty()) {
      options.accounts().forEach(accounts::open);
    }
    publications =
        new PerAccount<>(
            account -> new Publications(account, ids, clock, events, options.trashRetention()));
    allPublications = new AllPublications(accounts, publications);
    sources =
        new AllSources(
            publications, ids, clock, events, background, downloads, options.conversion());
    links =
        new PerAccount<>(
            account -> new TrackedLinks(account, publications.of(account), ids, clock, events));
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
    inboxes =
        new Inboxes(
            () -> URI.create(address.uri().get() + Endpoints.CONTROL),
            address.server(),
            address.instance());
    notifications =
        new Notifications(accounts, triggers, events, clock, background, sender, inboxes);
    feed = new Feed(journal, notifications.deliveries(), clock, streams);
    options.registeredFiles().forEach(sources.files()::register);

    Endpoints<Account> endpoints = new Endpoints<>();
    AccountRoutes accountRoutes = new AccountRoutes(accounts);
    accountRoutes.addTo(endpoints);
    PublicationUrls urls = new PublicationUrls(options.productionUrls());
    new PublicationRoutes(publications, urls, sources).addTo(endpoints);
    new SourceRoutes(publications, sources, clock).addTo(endpoints);
    new TrackedLinkRoutes(publications, links, urls).addTo(endpoints);
    new TriggerRoutes(triggers).addTo(endpoints);
    new OlderTriggerRoutes(publications, triggers).addTo(endpoints);
    PasswordCookie passwordCookie = new PasswordCookie(Ids.random().next());
    new ContentRoutes(accounts, publications, sources, passwordCookie).addTo(endpoints);
    new ReaderRoutes(readers, passwordCookie).addTo(endpoints);
    new ReportRoutes(readers).addTo(endpoints);
    new InboxRoutes(inboxes, clock, threads).addTo(endpoints);
    ControlToken controlToken = new ControlToken(options.gateway().control().token());
    new ControlRoutes(control, threads, streams, controlToken).addTo(endpoints);
    new AuthorityRoutes(certificate).addTo(endpoints);
    new DashboardRoutes().addTo(endpoints);
    faults = new Faults(endpoints.api());
    gateway = new Gateway<>(accountRoutes, endpoints, options.gateway(), clock, journal, faults);
    if (earlier.isPresent()) {
      StateTransfer.load(earlier.get(), this);
      clock.speed(options.speed());
    }
  }

  private static Ids newIds(OptionalLong seed) {
    return seed.isPresent() ? new Ids(seed.getAsLong()) : Ids.random();
  }

  /** What has not ended. What something begins before it ends itself is looked at after it. */
  List<Pending> pending() {
    List<Pending> pending = new ArrayList<>(sources.pending());
    int jobs = background.underWay();
    pending.addAll(notifications.deliveries().pending());
    if (jobs > 0 && pending.isEmpty()) {
      pending.add(new Pending(jobs + " jobs in the background", Pending.On.WORK));
    }
    return pending;
  }

  @Override
  public void close() {
    events.close();
    clock.close();
    notifications.close();
    background.close();
    sources.close();
  }
}
