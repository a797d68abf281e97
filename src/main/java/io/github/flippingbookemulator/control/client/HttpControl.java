package io.github.flippingbookemulator.control.client;

import io.github.flippingbookemulator.account.AccountsControl;
import io.github.flippingbookemulator.control.EmulatorControl;
import io.github.flippingbookemulator.event.EventsControl;
import io.github.flippingbookemulator.fault.FaultsControl;
import io.github.flippingbookemulator.fidelity.FidelityControl;
import io.github.flippingbookemulator.internal.control.ControlRoutes.Settle;
import io.github.flippingbookemulator.internal.control.SnapshotRoutes;
import io.github.flippingbookemulator.internal.http.Endpoints;
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
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An emulator in another process or container, controlled over HTTP.
 *
 * <pre>{@code
 * try (HttpControl emulator = HttpControl.connect(URI.create("http://127.0.0.1:8080"))) {
 *   emulator.clock().advance(Duration.ofDays(31));
 *   emulator.conversions().finishAll();
 * }
 * }</pre>
 *
 * <p>Each method calls {@code /_emulator}. What the emulator throws there is thrown here with the
 * same type and message. If the emulator cannot be reached, a method throws {@link
 * java.io.UncheckedIOException}. The differences from an emulator in the same JVM:
 *
 * <ul>
 *   <li>Groups stay valid after a reset or restore, which ends subscriptions to events.
 *   <li>Listeners get an event a little later, on another thread and without a lock.
 *   <li>A file on disk is sent when it is registered, and not read again.
 *   <li>The address of an inbox is the one at which the emulator reaches itself.
 * </ul>
 */
public final class HttpControl implements EmulatorControl, AutoCloseable {
  private final ControlClient calls;
  private final HttpEvents events;

  private HttpControl(ControlClient calls) {
    this.calls = calls;
    this.events = new HttpEvents(calls);
  }

  /**
   * Connects to an emulator.
   *
   * @param base its address, {@code http://host:port}; a path is ignored
   * @return its control
   * @throws java.io.UncheckedIOException if no server responds there
   * @throws IllegalArgumentException if another server responds there, or {@code base} is no
   *     address of a server
   * @throws IllegalStateException if the emulator requires a token, or refuses calls by this host
   *     name
   */
  public static HttpControl connect(URI base) {
    return connect(base, null);
  }

  /**
   * Connects to an emulator whose control plane requires a token.
   *
   * @param base its address, {@code http://host:port}; a path is ignored
   * @param token the bearer token; null for none
   * @return its control
   * @throws java.io.UncheckedIOException if no server responds there
   * @throws IllegalArgumentException if another server responds there, or {@code base} is no
   *     address of a server
   * @throws IllegalStateException if the token is wrong, or the emulator refuses calls by this host
   *     name
   */
  public static HttpControl connect(URI base, @Nullable String token) {
    if (base.getHost() == null || base.getScheme() == null || !base.getScheme().matches("https?")) {
      throw new IllegalArgumentException(
          "an emulator has an address such as http://127.0.0.1:8080, not '" + base + "'");
    }
    URI root = URI.create(base.getScheme() + "://" + base.getAuthority());
    HttpControl control = new HttpControl(new ControlClient(root, token));
    control.clock().now();
    return control;
  }

  @Override
  public URI uri() {
    return calls.base();
  }

  @Override
  public URI apiUrl() {
    return URI.create(calls.base() + Endpoints.API);
  }

  @Override
  public ClockControl clock() {
    return new HttpClock(calls);
  }

  @Override
  public AccountsControl accounts() {
    return new HttpAccounts(calls);
  }

  @Override
  public ConversionsControl conversions() {
    return new HttpConversions(calls);
  }

  @Override
  public FilesControl files() {
    return new HttpFiles(calls);
  }

  @Override
  public PublicationsControl publications() {
    return new HttpRecords.Publications(calls);
  }

  @Override
  public LinksControl links() {
    return new HttpRecords.Links(calls);
  }

  @Override
  public TriggersControl triggers() {
    return new HttpRecords.Triggers(calls);
  }

  @Override
  public ReadersControl readers() {
    return new HttpReaders(calls);
  }

  @Override
  public DeliveriesControl deliveries() {
    return new HttpDeliveries(calls);
  }

  @Override
  public InboxControl inbox(String name) {
    return HttpInbox.named(calls, name);
  }

  @Override
  public OutboxControl outbox() {
    return new HttpDeliveries.Outbox(calls);
  }

  @Override
  public FaultsControl faults() {
    return new HttpFaults(calls);
  }

  @Override
  public JournalControl journal() {
    return new HttpJournal(calls);
  }

  @Override
  public EventsControl events() {
    return events;
  }

  @Override
  public List<Pending> pending() {
    return calls.list("/pending", "pending", Pending.class);
  }

  @Override
  public void settle(Duration limit) {
    calls.post("/settle", new Settle(limit));
  }

  @Override
  public Snapshot snapshot() {
    return Snapshot.fromJson(calls.bytes(SnapshotRoutes.PATH));
  }

  @Override
  public void restore(Snapshot snapshot) {
    calls.put(SnapshotRoutes.PATH, BodyPublishers.ofString(snapshot.toJson()));
  }

  @Override
  public void saveState() {
    calls.post("/state/save");
  }

  @Override
  public void reset() {
    calls.post("/reset");
  }

  @Override
  public FidelityControl fidelity() {
    return new HttpFidelity(calls);
  }

  /** Ends the subscriptions to events. The emulator keeps running. */
  @Override
  public void close() {
    events.close();
  }
}
