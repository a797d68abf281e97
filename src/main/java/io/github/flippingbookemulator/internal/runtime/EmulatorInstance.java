package io.github.flippingbookemulator.internal.runtime;

import io.github.flippingbookemulator.account.AccountsControl;
import io.github.flippingbookemulator.control.EmulatorControl;
import io.github.flippingbookemulator.event.EventsControl;
import io.github.flippingbookemulator.fault.FaultsControl;
import io.github.flippingbookemulator.internal.account.Account;
import io.github.flippingbookemulator.internal.account.AccountRoutes;
import io.github.flippingbookemulator.internal.account.Accounts;
import io.github.flippingbookemulator.internal.account.AccountsOptions;
import io.github.flippingbookemulator.internal.account.PerAccount;
import io.github.flippingbookemulator.internal.control.AuthorityRoutes;
import io.github.flippingbookemulator.internal.control.ControlRoutes;
import io.github.flippingbookemulator.internal.control.DashboardRoutes;
import io.github.flippingbookemulator.internal.control.Feed;
import io.github.flippingbookemulator.internal.event.Events;
import io.github.flippingbookemulator.internal.fault.Faults;
import io.github.flippingbookemulator.internal.http.ControlOptions;
import io.github.flippingbookemulator.internal.http.ControlToken;
import io.github.flippingbookemulator.internal.http.Endpoints;
import io.github.flippingbookemulator.internal.http.Gateway;
import io.github.flippingbookemulator.internal.http.GatewayOptions;
import io.github.flippingbookemulator.internal.http.ServerOptions;
import io.github.flippingbookemulator.internal.journal.Journal;
import io.github.flippingbookemulator.internal.link.AllLinks;
import io.github.flippingbookemulator.internal.link.TrackedLinkRoutes;
import io.github.flippingbookemulator.internal.link.TrackedLinks;
import io.github.flippingbookemulator.internal.option.OptionValues;
import io.github.flippingbookemulator.internal.publication.AllPublications;
import io.github.flippingbookemulator.internal.publication.PasswordCookie;
import io.github.flippingbookemulator.internal.publication.PublicationOptions;
import io.github.flippingbookemulator.internal.publication.PublicationRoutes;
import io.github.flippingbookemulator.internal.publication.PublicationUrls;
import io.github.flippingbookemulator.internal.publication.Publications;
import io.github.flippingbookemulator.internal.reader.ReaderRoutes;
import io.github.flippingbookemulator.internal.reader.Readers;
import io.github.flippingbookemulator.internal.reader.ReportRoutes;
import io.github.flippingbookemulator.internal.snapshot.EmulatorState;
import io.github.flippingbookemulator.internal.source.AllSources;
import io.github.flippingbookemulator.internal.source.ContentRoutes;
import io.github.flippingbookemulator.internal.source.ConversionOptions;
import io.github.flippingbookemulator.internal.source.RegisteredFiles;
import io.github.flippingbookemulator.internal.source.SourceRoutes;
import io.github.flippingbookemulator.internal.store.Ids;
import io.github.flippingbookemulator.internal.time.Background;
import io.github.flippingbookemulator.internal.time.ClockOptions;
import io.github.flippingbookemulator.internal.time.EmulatorClock;
import io.github.flippingbookemulator.internal.time.SettleWaiter;
import io.github.flippingbookemulator.internal.time.Threads;
import io.github.flippingbookemulator.internal.tls.HttpsOptions;
import io.github.flippingbookemulator.internal.trigger.AllTriggers;
import io.github.flippingbookemulator.internal.trigger.InboxRoutes;
import io.github.flippingbookemulator.internal.trigger.Inboxes;
import io.github.flippingbookemulator.internal.trigger.Notifications;
import io.github.flippingbookemulator.internal.trigger.OlderTriggerRoutes;
import io.github.flippingbookemulator.internal.trigger.TriggerRoutes;
import io.github.flippingbookemulator.internal.trigger.Triggers;
import io.github.flippingbookemulator.journal.JournalControl;
import io.github.flippingbookemulator.link.LinksControl;
import io.github.flippingbookemulator.publication.PublicationEvent.PublicationPurged;
import io.github.flippingbookemulator.publication.PublicationsControl;
import io.github.flippingbookemulator.reader.ReadersControl;
import io.github.flippingbookemulator.source.ConversionsControl;
import io.github.flippingbookemulator.source.FilesControl;
import io.github.flippingbookemulator.time.ClockControl;
import io.github.flippingbookemulator.time.Pending;
import io.github.flippingbookemulator.trigger.DeliveriesControl;
import io.github.flippingbookemulator.trigger.InboxControl;
import io.github.flippingbookemulator.trigger.OutboxControl;
import io.github.flippingbookemulator.trigger.TriggersControl;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The emulated service between two resets: all its state, wired together. What is under way in an
 * instance that has ended may still finish, but nobody sees it.
 */
public final class EmulatorInstance implements AutoCloseable {
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
  private final OptionValues options;
  private final Background background;

  /**
   * Makes an instance.
   *
   * @param shared what it shares with the instances before and after it
   * @param number counts the instances of the server
   * @param options what it starts with
   * @param control controls it
   * @param earlier the state it starts with; where empty, as the options say
   */
  EmulatorInstance(
      SharedParts shared,
      long number,
      OptionValues options,
      EmulatorControl control,
      Optional<EmulatorState> earlier) {
    this.options = options;
    Threads threads = shared.threads();
    double speed = options.get(ClockOptions.SPEED);
    background = new Background(threads);
    clock =
        earlier
            .map(state -> new EmulatorClock(threads, background, state.time(), 0))
            .orElseGet(() -> startingClock(threads, options, speed));
    events.subscribe(journal::note);
    ids = earlier.map(state -> new Ids(state.ids())).orElseGet(() -> newIds(options));
    accounts = new Accounts(ids);
    if (earlier.isEmpty()) {
      AccountsOptions.of(options).forEach(accounts::open);
    }
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
            ConversionOptions.of(options));
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
            () -> URI.create(shared.uri().get() + Endpoints.CONTROL), shared.serverId(), number);
    notifications =
        new Notifications(accounts, triggers, events, clock, background, shared.sender(), inboxes);
    feed = new Feed(journal, notifications.deliveries(), clock, shared.streams());
    options.get(RegisteredFiles.FILES).forEach(sources.files()::register);

    AccountRoutes accountRoutes = new AccountRoutes(accounts);
    ControlToken controlToken =
        new ControlToken(options.find(ControlOptions.CONTROL_TOKEN).orElse(null), threads);
    Endpoints<Account> endpoints = endpoints(shared, accountRoutes, options, control, controlToken);
    faults = new Faults(endpoints.api());
    gateway =
        new Gateway<>(
            accountRoutes,
            endpoints,
            GatewayOptions.of(options, ownNames(options)),
            clock,
            journal,
            faults,
            ServerOptions.of(options),
            controlToken);
    if (earlier.isPresent()) {
      StateTransfer.load(earlier.get(), this);
      clock.speed(speed);
    }
  }

  private EmulatorClock startingClock(Threads threads, OptionValues options, double speed) {
    return new EmulatorClock(
        threads,
        background,
        options.find(ClockOptions.START_TIME).orElseGet(EmulatorClock::realTime),
        speed);
  }

  private static Ids newIds(OptionValues options) {
    return options.find(Ids.SEED).map(seed -> new Ids((long) seed)).orElseGet(Ids::random);
  }

  private Endpoints<Account> endpoints(
      SharedParts shared,
      AccountRoutes accountRoutes,
      OptionValues options,
      EmulatorControl control,
      ControlToken controlToken) {
    Endpoints<Account> endpoints = new Endpoints<>();
    accountRoutes.addTo(endpoints);
    PublicationUrls urls = new PublicationUrls(options.get(PublicationOptions.PRODUCTION_URLS));
    new PublicationRoutes(publications, urls, sources).addTo(endpoints);
    new SourceRoutes(publications, sources, clock).addTo(endpoints);
    new TrackedLinkRoutes(publications, links, urls).addTo(endpoints);
    new TriggerRoutes(triggers).addTo(endpoints);
    new OlderTriggerRoutes(publications, triggers).addTo(endpoints);
    PasswordCookie passwordCookie = new PasswordCookie(Ids.random().next());
    new ContentRoutes(accounts, publications, sources, passwordCookie).addTo(endpoints);
    new ReaderRoutes(readers, passwordCookie).addTo(endpoints);
    new ReportRoutes(readers).addTo(endpoints);
    new InboxRoutes(inboxes, clock, shared.threads()).addTo(endpoints);
    new ControlRoutes(control, shared.threads(), shared.streams(), controlToken).addTo(endpoints);
    new AuthorityRoutes(shared.certificate()).addTo(endpoints);
    new DashboardRoutes().addTo(endpoints);
    return endpoints;
  }

  /** Returns the names that the options give the server. */
  private static List<String> ownNames(OptionValues options) {
    List<String> names = new ArrayList<>(options.get(HttpsOptions.HTTPS_HOST_NAME));
    names.add(options.get(ServerOptions.HOST));
    return names;
  }

  /** Returns the clock. */
  public ClockControl clock() {
    return clock;
  }

  /** Returns the accounts. */
  public AccountsControl accounts() {
    return accounts;
  }

  /** Returns the conversions. */
  public ConversionsControl conversions() {
    return sources.conversions();
  }

  /** Returns the files. */
  public FilesControl files() {
    return sources.files();
  }

  /** Returns the publications. */
  public PublicationsControl publications() {
    return allPublications;
  }

  /** Returns the links. */
  public LinksControl links() {
    return allLinks;
  }

  /** Returns the triggers. */
  public TriggersControl triggers() {
    return allTriggers;
  }

  /** Returns the readers. */
  public ReadersControl readers() {
    return readers;
  }

  /** Returns the faults. */
  public FaultsControl faults() {
    return faults;
  }

  /** Returns the journal. */
  public JournalControl journal() {
    return journal;
  }

  /** Returns the events. */
  public EventsControl events() {
    return events;
  }

  /** Returns the deliveries. */
  public DeliveriesControl deliveries() {
    return notifications.deliveries();
  }

  /** Returns the outbox. */
  public OutboxControl outbox() {
    return notifications.outbox();
  }

  /** Returns the inbox with this name. */
  public InboxControl inbox(String name) {
    return inboxes.inbox(name);
  }

  /**
   * Waits until everything that is under way has ended.
   *
   * @param limit how long at most, in real time
   */
  public void settle(Duration limit) {
    new SettleWaiter(clock, this::pending).settle(limit);
  }

  /** What has not ended. What something begins before it ends itself is looked at after it. */
  public List<Pending> pending() {
    List<Pending> pending = new ArrayList<>(sources.pending());
    int jobs = background.underWay();
    pending.addAll(notifications.deliveries().pending());
    if (jobs > 0 && pending.isEmpty()) {
      pending.add(new Pending(jobs + " jobs in the background", Pending.On.WORK));
    }
    return pending;
  }

  /** Takes a snapshot of one moment of all accounts. */
  public EmulatorState state() {
    return StateTransfer.of(this, options.get(RegisteredFiles.FILES));
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
