package io.github.flippingbookemulator;

import io.github.flippingbookemulator.account.AccountsControl;
import io.github.flippingbookemulator.control.EmulatorControl;
import io.github.flippingbookemulator.event.EventsControl;
import io.github.flippingbookemulator.fault.FaultsControl;
import io.github.flippingbookemulator.fidelity.FidelityControl;
import io.github.flippingbookemulator.internal.http.Endpoints;
import io.github.flippingbookemulator.internal.runtime.EmulatorInstance;
import io.github.flippingbookemulator.internal.runtime.EmulatorServer;
import io.github.flippingbookemulator.internal.runtime.StateFile;
import io.github.flippingbookemulator.internal.snapshot.StateSnapshot;
import io.github.flippingbookemulator.internal.tls.ServerCertificate;
import io.github.flippingbookemulator.journal.JournalControl;
import io.github.flippingbookemulator.link.LinksControl;
import io.github.flippingbookemulator.publication.PublicationsControl;
import io.github.flippingbookemulator.reader.ReadersControl;
import io.github.flippingbookemulator.snapshot.Snapshot;
import io.github.flippingbookemulator.source.ConversionsControl;
import io.github.flippingbookemulator.source.FilesControl;
import io.github.flippingbookemulator.time.ClockControl;
import io.github.flippingbookemulator.time.Pending;
import io.github.flippingbookemulator.trigger.DeliveriesControl;
import io.github.flippingbookemulator.trigger.InboxControl;
import io.github.flippingbookemulator.trigger.OutboxControl;
import io.github.flippingbookemulator.trigger.TriggersControl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;

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
  private final EmulatorServer server;
  private final Object saving = new Object();
  private volatile EmulatorInstance instance;
  private boolean handedOver;
  private boolean closed;

  private Emulator(EmulatorOptions options) throws IOException {
    server = new EmulatorServer(options.values(), this);
    instance = server.instance();
  }

  /** Takes a running server over. */
  private Emulator(EmulatorServer server, EmulatorOptions options) {
    this.server = server;
    instance = server.reset(options.values(), this);
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
   * @throws UncheckedIOException if it cannot listen on the host and ports of the options, or
   *     cannot read a file that they name
   * @throws IllegalArgumentException if the options contradict each other, or a file holds
   *     something else than what it is for
   */
  public static Emulator start(EmulatorOptions options) {
    try {
      return new Emulator(options);
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
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

  /**
   * Returns where the emulator is for HTTPS.
   *
   * @return {@code https://host:port}
   * @throws IllegalStateException if HTTPS is off, see {@link EmulatorOptions#httpsPort}
   */
  public URI httpsUri() {
    return server.httpsUri();
  }

  /**
   * Returns what a client's base URL becomes if it calls by HTTPS.
   *
   * @return {@code https://host:port/api/v1}
   * @throws IllegalStateException if HTTPS is off, see {@link EmulatorOptions#httpsPort}
   */
  public URI httpsApiUrl() {
    return URI.create(httpsUri() + Endpoints.API);
  }

  /**
   * Makes what a client in Java needs to call by HTTPS, as in {@code
   * HttpClient.newBuilder().sslContext(emulator.sslContext())}.
   *
   * @return a context that trusts the emulator's own authority and nobody else; if the certificate
   *     was given, the last one of its chain and nobody else
   * @throws IllegalStateException if HTTPS is off, see {@link EmulatorOptions#httpsPort}
   */
  public SSLContext sslContext() {
    return server.certificate().clientContext();
  }

  /**
   * Returns what clients in other languages have to trust. It stays the same through resets, and is
   * another one for each emulator that starts.
   *
   * @return the certificate of the emulator's own authority as PEM text
   * @throws IllegalStateException if HTTPS is off, or the certificate was given
   */
  public String certificateAuthority() {
    return server
        .certificate()
        .authority()
        .orElseThrow(() -> new IllegalStateException(ServerCertificate.GIVEN));
  }

  @Override
  public ClockControl clock() {
    return instance.clock();
  }

  @Override
  public AccountsControl accounts() {
    return instance.accounts();
  }

  @Override
  public ConversionsControl conversions() {
    return instance.conversions();
  }

  @Override
  public FilesControl files() {
    return instance.files();
  }

  @Override
  public PublicationsControl publications() {
    return instance.publications();
  }

  @Override
  public LinksControl links() {
    return instance.links();
  }

  @Override
  public TriggersControl triggers() {
    return instance.triggers();
  }

  @Override
  public ReadersControl readers() {
    return instance.readers();
  }

  @Override
  public FaultsControl faults() {
    return instance.faults();
  }

  @Override
  public JournalControl journal() {
    return instance.journal();
  }

  @Override
  public EventsControl events() {
    return instance.events();
  }

  @Override
  public DeliveriesControl deliveries() {
    return instance.deliveries();
  }

  @Override
  public OutboxControl outbox() {
    return instance.outbox();
  }

  @Override
  public InboxControl inbox(String name) {
    return instance.inbox(name);
  }

  @Override
  public List<Pending> pending() {
    return instance.pending();
  }

  @Override
  public void settle(Duration limit) {
    instance.settle(limit);
  }

  @Override
  public Snapshot snapshot() {
    return new StateSnapshot(instance.state());
  }

  @Override
  public FidelityControl fidelity() {
    return instance.fidelity();
  }

  @Override
  public void saveState() {
    StateFile file =
        StateFile.of(server.options())
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "this emulator keeps no state: it was started without --state FILE"));
    save(file);
  }

  /** One after the other, or an older state could be written over a newer one. */
  private void save(StateFile file) {
    synchronized (saving) {
      file.save(snapshot());
    }
  }

  @Override
  public synchronized void restore(Snapshot snapshot) {
    requireNotHandedOver();
    instance = server.restore(StateSnapshot.stateOf(snapshot), this);
  }

  /** Makes everything as it was at the start, or at the last reset to other options. */
  @Override
  public void reset() {
    reset(new EmulatorOptions(server.options()));
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
    instance = server.reset(options.values(), this);
  }

  /**
   * Tells whether a reset can follow other options: host, port, HTTPS and CORS origins cannot
   * change.
   *
   * @param options what it would start anew with
   * @return true if these are the ones it was started with
   */
  public boolean fits(EmulatorOptions options) {
    return server.fits(options.values());
  }

  /**
   * Hands the port over to a new emulator, as if that one had just been started. Whoever still has
   * this one sees the instance that has ended, and can neither change nor stop what comes after.
   *
   * @param options what the new one starts with
   * @return the new one, at the same address
   * @throws IllegalArgumentException if this one does not {@linkplain #fits fit} the options
   * @throws IllegalStateException if it has been handed over before
   */
  public synchronized Emulator successor(EmulatorOptions options) {
    requireNotHandedOver();
    Emulator next = new Emulator(server, options);
    handedOver = true;
    return next;
  }

  /**
   * Stops the emulator: writes its state file, if it has one, frees its ports, ends its threads,
   * removes its temporary files. Once it has been handed over, this does nothing.
   *
   * @throws IllegalStateException if the state cannot be written; the emulator has stopped, and the
   *     state file is as it was
   */
  @Override
  public synchronized void close() {
    if (!handedOver && !closed) {
      closed = true;
      try {
        StateFile.of(server.options()).ifPresent(this::saveAtTheEnd);
      } finally {
        server.close();
      }
    }
  }

  private void saveAtTheEnd(StateFile file) {
    try {
      save(file);
    } catch (IllegalStateException e) {
      throw new IllegalStateException("The state is lost: " + e.getMessage(), e);
    }
  }

  private void requireNotHandedOver() {
    if (handedOver) {
      throw new IllegalStateException(
          "this emulator has been handed over; what was called here belongs to its past");
    }
  }
}
