package io.github.flippingbookemulator.internal.runtime;

import io.github.flippingbookemulator.control.EmulatorControl;
import io.github.flippingbookemulator.internal.control.EventStreams;
import io.github.flippingbookemulator.internal.http.ClassPreloader;
import io.github.flippingbookemulator.internal.http.HttpsPort;
import io.github.flippingbookemulator.internal.http.ServerOptions;
import io.github.flippingbookemulator.internal.http.WebServer;
import io.github.flippingbookemulator.internal.option.OptionValues;
import io.github.flippingbookemulator.internal.outbound.OutboundClient;
import io.github.flippingbookemulator.internal.outbound.OutboundOptions;
import io.github.flippingbookemulator.internal.snapshot.EmulatorState;
import io.github.flippingbookemulator.internal.source.ConversionOptions;
import io.github.flippingbookemulator.internal.source.Downloads;
import io.github.flippingbookemulator.internal.store.Ids;
import io.github.flippingbookemulator.internal.time.EmulatorClock;
import io.github.flippingbookemulator.internal.time.Threads;
import io.github.flippingbookemulator.internal.tls.HttpsOptions;
import io.github.flippingbookemulator.internal.tls.ServerCertificate;
import io.github.flippingbookemulator.internal.tls.TrustedAuthorities;
import io.github.flippingbookemulator.internal.trigger.WebhookOptions;
import io.github.flippingbookemulator.internal.trigger.WebhookSender;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What outlives resets: the port, the threads, the clients. It serves one instance at a time, and
 * belongs to one emulator object at a time.
 */
public final class EmulatorServer implements AutoCloseable {
  private final ServerOptions server;
  private final HttpsOptions https;
  private final OutboundClient outbound;
  private final SharedParts shared;
  private final WebServer web;
  private final URI uri;
  private final @Nullable URI httpsUri;
  private volatile OptionValues options;
  private volatile EmulatorInstance instance;
  private long instances;
  private boolean closed;

  /**
   * Starts serving a first instance.
   *
   * @param options what it starts with
   * @param emulator controls the instance
   * @throws IOException if the server cannot listen on an address; the message names it
   */
  public EmulatorServer(OptionValues options, EmulatorControl emulator) throws IOException {
    this.options = options;
    server = ServerOptions.of(options);
    https = HttpsOptions.of(options);
    Optional<EmulatorState> kept = StateFile.of(options).flatMap(StateFile::load);
    ServerCertificate certificate =
        https.certificate(server.host(), server.port(), EmulatorClock.realTime());
    TrustedAuthorities trust =
        TrustedAuthorities.of(certificate, options.find(OutboundOptions.TRUST).orElse(null));
    outbound = new OutboundClient(trust::clientContext);
    Threads threads = new Threads();
    EventStreams streams = new EventStreams(threads);
    ClassPreloader.take(threads.workers());
    shared =
        new SharedParts(
            Ids.random().next(),
            this::uris,
            threads,
            streams,
            new Downloads(
                outbound, threads, () -> this.options.get(ConversionOptions.FETCH_TIMEOUT)),
            new WebhookSender(
                outbound, threads, () -> this.options.get(WebhookOptions.WEBHOOK_TIMEOUT)),
            Optional.ofNullable(certificate));
    instance = begin(options, emulator, kept);
    streams.follow(instance.feed);
    try {
      web = WebServer.start(server, httpsPort(certificate), () -> instance.gateway);
    } catch (IOException | RuntimeException e) {
      instance.close();
      threads.close();
      throw e;
    }
    uri = uri("http", web.port());
    httpsUri = certificate == null ? null : uri("https", web.httpsPort());
  }

  private @Nullable HttpsPort httpsPort(@Nullable ServerCertificate certificate) {
    Integer port = https.port();
    return certificate == null || port == null
        ? null
        : new HttpsPort(port, certificate.serverContext());
  }

  private URI uri(String scheme, int port) {
    String host = server.host();
    String called = host.equals("0.0.0.0") || host.equals("::") ? "127.0.0.1" : host;
    return URI.create(
        scheme + "://" + (called.contains(":") ? "[" + called + "]" : called) + ":" + port);
  }

  /** Returns the address for this machine; after the stop, the former one. */
  public URI uri() {
    return uri;
  }

  private List<URI> uris() {
    return httpsUri == null ? List.of(uri) : List.of(uri, httpsUri);
  }

  /**
   * Returns the address for HTTPS; after the stop, the former one.
   *
   * @throws IllegalStateException if HTTPS is off
   */
  public URI httpsUri() {
    if (httpsUri == null) {
      throw new IllegalStateException(ServerCertificate.OFF);
    }
    return httpsUri;
  }

  /**
   * Returns the certificate that clients see.
   *
   * @throws IllegalStateException if HTTPS is off
   */
  public ServerCertificate certificate() {
    return shared.certificate().orElseThrow(() -> new IllegalStateException(ServerCertificate.OFF));
  }

  /** Returns the instance that is being served. */
  public EmulatorInstance instance() {
    return instance;
  }

  /** Returns the options of the instance that is being served. */
  public OptionValues options() {
    return options;
  }

  /** Whether a reset can follow these options: the server itself stays as it was started. */
  public boolean fits(OptionValues wanted) {
    return server.equals(ServerOptions.of(wanted))
        && https.equals(HttpsOptions.of(wanted))
        && options.find(OutboundOptions.TRUST).equals(wanted.find(OutboundOptions.TRUST));
  }

  /**
   * Replaces the instance with a new one.
   *
   * @param next the options of the new one
   * @param emulator controls it
   */
  public synchronized EmulatorInstance reset(OptionValues next, EmulatorControl emulator) {
    if (!fits(next)) {
      throw new IllegalArgumentException(
          "host, port, HTTPS, trusted authorities and CORS origins stay as they were when the"
              + " emulator was started; start another emulator for others");
    }
    return replace(next, emulator, Optional.empty());
  }

  /**
   * Replaces the instance with one that has an earlier state, under the same options.
   *
   * @param earlier the state
   * @param emulator controls the new instance
   */
  public synchronized EmulatorInstance restore(EmulatorState earlier, EmulatorControl emulator) {
    return replace(options, emulator, Optional.of(earlier));
  }

  private EmulatorInstance replace(
      OptionValues next, EmulatorControl emulator, Optional<EmulatorState> earlier) {
    if (closed) {
      throw new IllegalStateException("this emulator has been stopped");
    }
    EmulatorInstance ended = instance;
    EmulatorInstance begun = begin(next, emulator, earlier);
    options = next;
    instance = begun;
    ended.close();
    shared.streams().follow(begun.feed);
    return begun;
  }

  private EmulatorInstance begin(
      OptionValues with, EmulatorControl emulator, Optional<EmulatorState> earlier) {
    return new EmulatorInstance(shared, ++instances, with, emulator, earlier);
  }

  @Override
  public synchronized void close() {
    closed = true;
    try {
      shared.streams().close();
      instance.close(); // first, so that waiting calls are answered while there is a server
    } finally {
      web.close();
      outbound.close();
      shared.threads().close();
    }
  }
}
