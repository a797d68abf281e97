package io.github.flippingbookemulator;

import io.github.flippingbookemulator.account.Accounts;
import io.github.flippingbookemulator.control.EmulatorControl;
import io.github.flippingbookemulator.event.Events;
import io.github.flippingbookemulator.fault.FaultsControl;
import io.github.flippingbookemulator.http.Endpoints;
import io.github.flippingbookemulator.http.Journal;
import io.github.flippingbookemulator.link.LinksControl;
import io.github.flippingbookemulator.publication.PublicationsControl;
import io.github.flippingbookemulator.reader.Readers;
import io.github.flippingbookemulator.source.Conversions;
import io.github.flippingbookemulator.source.RegisteredFiles;
import io.github.flippingbookemulator.time.EmulatorClock;
import io.github.flippingbookemulator.time.Patience;
import io.github.flippingbookemulator.trigger.Deliveries;
import io.github.flippingbookemulator.trigger.Inbox;
import io.github.flippingbookemulator.trigger.Outbox;
import io.github.flippingbookemulator.trigger.TriggersControl;
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
  private final Server server;
  private volatile Life life;
  private boolean handedOver;

  private Emulator(Server server) {
    this.server = server;
    this.life = server.life();
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
      return new Emulator(new Server(options));
    } catch (IOException e) {
      throw new UncheckedIOException(cannotListen(options, e), e);
    }
  }

  @Override
  public URI uri() {
    return server.uri();
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

  /** Makes everything as it was at the start, or at the last reset to other options. */
  @Override
  public void reset() {
    reset(server.options());
  }

  /**
   * Makes everything as if just started with other options, on the same port.
   *
   * @param options what it starts anew with
   * @throws IllegalArgumentException if it does not {@linkplain #fits fit} them
   * @throws IllegalStateException if a {@linkplain #successor successor} has taken over
   */
  public synchronized void reset(EmulatorOptions options) {
    requireNotHandedOver();
    server.reset(options);
    life = server.life();
  }

  /**
   * Tells whether a reset can follow other options: host, port and CORS origins cannot change.
   *
   * @param options what it would start anew with
   * @return true if these three are the ones it was started with
   */
  public boolean fits(EmulatorOptions options) {
    return server.fits(options);
  }

  /**
   * Hands the port over to a new emulator, as if that one had just been started. Whoever still has
   * this one sees the life that has ended, and can neither change nor stop what comes after.
   *
   * @param options what the new one starts with
   * @return the new one, at the same address
   * @throws IllegalArgumentException if this one does not {@linkplain #fits fit} the options
   * @throws IllegalStateException if it has been handed over before
   */
  public synchronized Emulator successor(EmulatorOptions options) {
    requireNotHandedOver();
    server.reset(options);
    handedOver = true;
    return new Emulator(server);
  }

  /**
   * Stops the emulator: frees the port, ends its threads, removes its files. Once it has been
   * handed over, this does nothing.
   */
  @Override
  public synchronized void close() {
    if (!handedOver) {
      server.close();
    }
  }

  private void requireNotHandedOver() {
    if (handedOver) {
      throw new IllegalStateException(
          "this emulator has been handed over; what was called here belongs to its past");
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
