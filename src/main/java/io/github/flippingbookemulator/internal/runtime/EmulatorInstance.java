package io.github.flippingbookemulator.internal.runtime;

import io.github.flippingbookemulator.account.AccountsControl;
import io.github.flippingbookemulator.control.EmulatorControl;
import io.github.flippingbookemulator.event.EventsControl;
import io.github.flippingbookemulator.fault.FaultsControl;
import io.github.flippingbookemulator.fidelity.FidelityControl;
import io.github.flippingbookemulator.internal.account.Account;
import io.github.flippingbookemulator.internal.account.AccountRoutes;
import io.github.flippingbookemulator.internal.account.AccountsOptions;
import io.github.flippingbookemulator.internal.control.Feed;
import io.github.flippingbookemulator.internal.control.StatementRegistry;
import io.github.flippingbookemulator.internal.event.Events;
import io.github.flippingbookemulator.internal.fault.Faults;
import io.github.flippingbookemulator.internal.fidelity.Reliance;
import io.github.flippingbookemulator.internal.http.ControlOptions;
import io.github.flippingbookemulator.internal.http.ControlToken;
import io.github.flippingbookemulator.internal.http.Endpoints;
import io.github.flippingbookemulator.internal.http.Gateway;
import io.github.flippingbookemulator.internal.http.GatewayOptions;
import io.github.flippingbookemulator.internal.http.ServerOptions;
import io.github.flippingbookemulator.internal.journal.Journal;
import io.github.flippingbookemulator.internal.journal.Secrets;
import io.github.flippingbookemulator.internal.option.OptionValues;
import io.github.flippingbookemulator.internal.snapshot.EmulatorState;
import io.github.flippingbookemulator.internal.source.RegisteredFiles;
import io.github.flippingbookemulator.internal.store.Ids;
import io.github.flippingbookemulator.internal.time.Background;
import io.github.flippingbookemulator.internal.time.ClockOptions;
import io.github.flippingbookemulator.internal.time.EmulatorClock;
import io.github.flippingbookemulator.internal.time.SettleWaiter;
import io.github.flippingbookemulator.internal.time.Threads;
import io.github.flippingbookemulator.internal.tls.HttpsOptions;
import io.github.flippingbookemulator.internal.trigger.Inboxes;
import io.github.flippingbookemulator.journal.JournalControl;
import io.github.flippingbookemulator.link.LinksControl;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The emulated service between two resets: all its state, wired together. What is under way in an
 * instance that has ended may still finish, but nobody sees it.
 */
public final class EmulatorInstance implements AutoCloseable {
  final Feed feed;
  final Gateway<Account> gateway;
  private final OptionValues options;
  private final Background background;
  private final EmulatorClock clock;
  private final Events events = new Events();
  private final Reliance reliance = new Reliance();
  private final Secrets secrets = new Secrets();
  private final Journal journal = new Journal(secrets);
  private final Features features;
  private final Faults faults;

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
    background = new Background(threads, reliance);
    clock =
        earlier
            .map(state -> clock(threads, state.time(), 0))
            .orElseGet(() -> clock(threads, startTime(options), speed));
    events.subscribe(journal::note);
    Ids ids = earlier.map(state -> new Ids(state.ids())).orElseGet(() -> newIds(options));
    Inboxes inboxes =
        new Inboxes(
            () -> URI.create(shared.uris().get().get(0) + Endpoints.CONTROL),
            () -> ownUrls(shared, options),
            shared.serverId(),
            number);
    features = new Features(shared, inboxes, options, clock, ids, events, background, secrets);
    clock.guard(features.accounts::requireNoChange);
    if (earlier.isEmpty()) {
      AccountsOptions.of(options).forEach(features.accounts::open);
    }
    feed = new Feed(journal, features.notifications.deliveries(), clock, shared.streams());

    AccountRoutes accountRoutes = new AccountRoutes(features.accounts);
    options.find(ControlOptions.CONTROL_TOKEN).ifPresent(secrets::add);
    ControlToken controlToken =
        new ControlToken(options.find(ControlOptions.CONTROL_TOKEN).orElse(null), threads);
    Endpoints<Account> endpoints =
        InstanceEndpoints.of(features, accountRoutes, control, shared, options, controlToken);
    faults = new Faults(endpoints.api());
    gateway =
        new Gateway<>(
            accountRoutes,
            endpoints,
            GatewayOptions.of(options, ownNames(options)),
            clock,
            journal,
            reliance,
            faults,
            ServerOptions.of(options),
            controlToken);
    if (earlier.isPresent()) {
      StateTransfer.load(earlier.get(), features);
      clock.speed(speed);
    }
  }

  private EmulatorClock clock(Threads threads, Instant start, double speed) {
    return new EmulatorClock(
        threads, background, start, speed, options.get(ClockOptions.ADVANCE_LIMIT));
  }

  private static Instant startTime(OptionValues options) {
    return options.find(ClockOptions.START_TIME).orElseGet(EmulatorClock::realTime);
  }

  private static Ids newIds(OptionValues options) {
    return options.find(Ids.SEED).map(seed -> new Ids((long) seed)).orElseGet(Ids::random);
  }

  /** Returns the URLs by which the emulator is called. */
  private static List<URI> ownUrls(SharedParts shared, OptionValues options) {
    List<URI> urls = new ArrayList<>(shared.uris().get());
    options.find(GatewayOptions.PUBLIC_URL).ifPresent(urls::add);
    return urls;
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
    return features.accounts;
  }

  /** Returns the conversions. */
  public ConversionsControl conversions() {
    return features.sources.conversions();
  }

  /** Returns the files. */
  public FilesControl files() {
    return features.sources.files();
  }

  /** Returns the publications. */
  public PublicationsControl publications() {
    return features.allPublications;
  }

  /** Returns the links. */
  public LinksControl links() {
    return features.allLinks;
  }

  /** Returns the triggers. */
  public TriggersControl triggers() {
    return features.allTriggers;
  }

  /** Returns the readers. */
  public ReadersControl readers() {
    return features.readers;
  }

  /** Returns the faults. */
  public FaultsControl faults() {
    return faults;
  }

  /** Returns the journal. */
  public JournalControl journal() {
    return journal;
  }

  /** Returns what is known, and what of it has been relied on. */
  public FidelityControl fidelity() {
    return new StatementRegistry(reliance);
  }

  /** Returns the events. */
  public EventsControl events() {
    return events;
  }

  /** Returns the deliveries. */
  public DeliveriesControl deliveries() {
    return features.notifications.deliveries();
  }

  /** Returns the outbox. */
  public OutboxControl outbox() {
    return features.notifications.outbox();
  }

  /** Returns the inbox with this name. */
  public InboxControl inbox(String name) {
    return features.inboxes.inbox(name);
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
    List<Pending> pending = new ArrayList<>(features.sources.pending());
    int jobs = background.underWay();
    pending.addAll(features.notifications.deliveries().pending());
    if (jobs > 0 && pending.isEmpty()) {
      pending.add(new Pending(jobs + " jobs in the background", Pending.On.WORK));
    }
    return pending;
  }

  /** Takes a snapshot of one moment of all accounts. */
  public EmulatorState state() {
    return StateTransfer.of(features, options.get(RegisteredFiles.FILES));
  }

  @Override
  public void close() {
    events.close();
    clock.close();
    features.notifications.close();
    background.close();
    features.sources.close();
  }
}
