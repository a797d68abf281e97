package io.github.flippingbookemulator;

import io.github.flippingbookemulator.account.Accounts;
import io.github.flippingbookemulator.control.EmulatorControl;
import io.github.flippingbookemulator.event.Events;
import io.github.flippingbookemulator.fault.FaultsControl;
import io.github.flippingbookemulator.http.Endpoints;
import io.github.flippingbookemulator.http.HeadStart;
import io.github.flippingbookemulator.http.Journal;
import io.github.flippingbookemulator.http.WebServer;
import io.github.flippingbookemulator.link.LinksControl;
import io.github.flippingbookemulator.publication.PublicationsControl;
import io.github.flippingbookemulator.reader.Readers;
import io.github.flippingbookemulator.source.Conversions;
import io.github.flippingbookemulator.source.Downloads;
import io.github.flippingbookemulator.source.RegisteredFiles;
import io.github.flippingbookemulator.time.EmulatorClock;
import io.github.flippingbookemulator.time.Patience;
import io.github.flippingbookemulator.time.Threads;
import io.github.flippingbookemulator.trigger.Deliveries;
import io.github.flippingbookemulator.trigger.Inbox;
import io.github.flippingbookemulator.trigger.Outbox;
import io.github.flippingbookemulator.trigger.TriggersControl;
import io.github.flippingbookemulator.trigger.WebhookSender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.time.Duration;

/**
 * A running emulator of the FlippingBook Online API.
 *
 * <pre>{@code
 * try (Emulator emulator = Emulator.start(EmulatorOptions.defaults().speed(100))) {
 *   URI api = emulator.apiUrl(); // what a client's base URL becomes
 *   String key = emulator.apiKey(); // of the default account
 *   emulator.clock().advance(Duration.ofDays(31));
 *   emulator.conversions().finishAll();
 *   emulator.reset(); // as just started, on the same port
 * }
 * }</pre>
 */
public final class Emulator implements EmulatorControl, AutoCloseable {
  private final EmulatorOptions options;
  private final Threads threads = new Threads();
  private final Downloads downloads;
  private final WebhookSender sender;
  private final WebServer web;
  private volatile Life life;

  private Emulator(EmulatorOptions options) throws IOException {
    this.options = options;
    HeadStart.take(threads.workers());
    downloads = new Downloads(threads, options.fetchTimeout());
    sender = new WebhookSender(threads, options.webhookTimeout());
    life = new Life(options, threads, downloads, sender, this::uri);
    try {
      web = WebServer.start(options.host(), options.port(), () -> life.gateway);
    } catch (IOException | RuntimeException e) {
      life.close();
      threads.close();
      throw e;
    }
  }

  /**
   * Starts an emulator with the default options.
   *
   * @return the emulator, ready to be called
   */
  public static Emulator start() {
    return start(EmulatorOptions.defaults());
  }

  /**
   * Starts an emulator.
   *
   * @param options what it starts with
   * @return the emulator, ready to be called
   * @throws UncheckedIOException if it cannot listen on the host and port of the options
   */
  public static Emulator start(EmulatorOptions options) {
    try {
      return new Emulator(options);
    } catch (IOException e) {
      throw new UncheckedIOException(cannotListen(options, e), e);
    }
  }

  @Override
  public URI uri() {
    String host =
        options.host().equals("0.0.0.0") || options.host().equals("::")
            ? "127.0.0.1"
            : options.host();
    return URI.create(
        "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + web.port());
  }

  @Override
  public URI apiUrl() {
    return URI.create(uri() + Endpoints.API);
  }

  @Override
  public EmulatorClock clock() {
    return life.clock;
  }

  @Override
  public Accounts accounts() {
    return life.accounts;
  }

  @Override
  public Conversions conversions() {
    return life.sources.conversions();
  }

  @Override
  public RegisteredFiles files() {
    return life.sources.files();
  }

  @Override
  public PublicationsControl publications() {
    return life.allPublications;
  }

  @Override
  public LinksControl links() {
    return life.allLinks;
  }

  @Override
  public TriggersControl triggers() {
    return life.allTriggers;
  }

  @Override
  public Readers readers() {
    return life.readers;
  }

  @Override
  public FaultsControl faults() {
    return life.faults;
  }

  @Override
  public Journal journal() {
    return life.journal;
  }

  @Override
  public Events events() {
    return life.events;
  }

  @Override
  public Deliveries deliveries() {
    return life.notifications.deliveries();
  }

  @Override
  public Outbox outbox() {
    return life.notifications.outbox();
  }

  @Override
  public Inbox inbox(String name) {
    return life.inboxes.inbox(name);
  }

  @Override
  public void settle(Duration limit) {
    Life settling = life;
    new Patience(settling.clock, settling::pending).settle(limit);
  }

  @Override
  public synchronized void reset() {
    Life ended = life;
    life = new Life(options, threads, downloads, sender, this::uri);
    ended.close();
  }

  /** Stops the emulator: frees the port, ends its threads, removes its files. */
  @Override
  public synchronized void close() {
    try {
      life.close(); // first, so that calls that wait are answered while there is a server to do it
    } finally {
      web.close();
      threads.close();
    }
  }

  private static String cannotListen(EmulatorOptions options, IOException e) {
    String address = options.host() + ":" + options.port();
    return e instanceof BindException || e.getCause() instanceof BindException
        ? "Cannot listen on %s (%s). Choose another port, or 0 for any free one."
            .formatted(address, causeOf(e))
        : "Cannot listen on " + address + ": " + e.getMessage();
  }

  /** What the system says: in use, not permitted, not an address of this machine. */
  private static String causeOf(IOException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return String.valueOf(cause.getMessage());
  }
}
