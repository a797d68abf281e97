package io.github.flippingbookemulator;

import io.github.flippingbookemulator.control.EmulatorControl;
import io.github.flippingbookemulator.internal.control.EventStreams;
import io.github.flippingbookemulator.internal.http.ClassPreloader;
import io.github.flippingbookemulator.internal.http.HttpsPort;
import io.github.flippingbookemulator.internal.http.WebServer;
import io.github.flippingbookemulator.internal.snapshot.EmulatorState;
import io.github.flippingbookemulator.internal.source.Downloads;
import io.github.flippingbookemulator.internal.store.Ids;
import io.github.flippingbookemulator.internal.time.Threads;
import io.github.flippingbookemulator.internal.tls.ServerCertificate;
import io.github.flippingbookemulator.internal.trigger.WebhookSender;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What outlives resets: the port, the threads, the clients. It serves one instance at a time, and
 * belongs to one {@link Emulator} at a time.
 */
final class EmulatorServer implements AutoCloseable {
  private final String id = Ids.random().next();
  private final EmulatorOptions started;
  private final Threads threads;
  private final EventStreams streams;
  private final Downloads downloads;
  private final WebhookSender sender;
  private final @Nullable ServerCertificate certificate;
  private final WebServer web;
  private final URI uri;
  private final @Nullable URI httpsUri;
  private volatile EmulatorOptions options;
  private volatile EmulatorInstance instance;
  private long instances;
  private boolean closed;

  /** Starts serving a first instance, which the emulator steers. */
  EmulatorServer(EmulatorOptions options, EmulatorControl emulator) throws IOException {
    started = options;
    this.options = options;
    Optional<EmulatorState> kept = options.state().flatMap(StateFile::load);
    certificate = options.https().certificate(options.host(), options.port());
    threads = new Threads();
    streams = new EventStreams(threads);
    ClassPreloader.take(threads.workers());
    downloads = new Downloads(threads, () -> this.options.fetchTimeout());
    sender = new WebhookSender(threads, () -> this.options.webhookTimeout());
    instance = begin(options, emulator, kept);
    streams.follow(instance.feed);
    try {
      web =
          WebServer.start(
              options.host(), options.port(), httpsPort(options), () -> instance.gateway);
    } catch (IOException | RuntimeException e) {
      instance.close();
      threads.close();
      throw e;
    }
    uri = uri("http", web.port());
    httpsUri = certificate == null ? null : uri("https", web.httpsPort());
  }

  private @Nullable HttpsPort httpsPort(EmulatorOptions options) {
    Integer port = options.https().port();
    return certificate == null || port == null
        ? null
        : new HttpsPort(port, certificate.serverContext());
  }

  private URI uri(String scheme, int port) {
    String host = started.host();
    String called = host.equals("0.0.0.0") || host.equals("::") ? "127.0.0.1" : host;
    return URI.create(
        scheme + "://" + (called.contains(":") ? "[" + called + "]" : called) + ":" + port);
  }

  /** Where it is, or was before it stopped, as seen from this machine. */
  URI uri() {
    return uri;
  }

  /**
   * Where it is for HTTPS, or was before it stopped.
   *
   * @throws IllegalStateException if HTTPS is off
   */
  URI httpsUri() {
    if (httpsUri == null) {
      throw new IllegalStateException(ServerCertificate.OFF);
    }
    return httpsUri;
  }

  /**
   * What it shows there.
   *
   * @throws IllegalStateException if HTTPS is off
   */
  ServerCertificate certificate() {
    if (certificate == null) {
      throw new IllegalStateException(ServerCertificate.OFF);
    }
    return certificate;
  }

  EmulatorInstance instance() {
    return instance;
  }

  EmulatorOptions options() {
    return options;
  }

  boolean fits(EmulatorOptions wanted) {
    return started.hasSameServerAs(wanted);
  }

  /**
   * Ends the instance that is and begins another, under these options, for this emulator to steer.
   */
  synchronized EmulatorInstance reset(EmulatorOptions next, EmulatorControl emulator) {
    if (!fits(next)) {
      throw new IllegalArgumentException(
          "host, port, HTTPS and CORS origins stay as they were when the emulator was started;"
              + " start another emulator for others");
    }
    if (closed) {
      throw new IllegalStateException("this emulator has been stopped");
    }

    EmulatorInstance ended = instance;
    EmulatorInstance begun = begin(next, emulator, Optional.empty());
    options = next;
    instance = begun;
    ended.close();
    streams.follow(begun.feed);
    return begun;
  }

  /** Ends the instance that is and begins another with an earlier state, under the same options. */
  synchronized EmulatorInstance restore(EmulatorState earlier, EmulatorControl emulator) {
    if (closed) {
      throw new IllegalStateException("this emulator has been stopped");
    }
    EmulatorInstance ended = instance;
    EmulatorInstance begun = begin(options, emulator, Optional.of(earlier));
    instance = begun;
    ended.close();
    streams.follow(begun.feed);
    return begun;
  }

  private EmulatorInstance begin(
      EmulatorOptions with, EmulatorControl emulator, Optional<EmulatorState> earlier) {
    EmulatorInstance.Address address = new EmulatorInstance.Address(this::uri, id, ++instances);
    return new EmulatorInstance(
        with,
        threads,
        downloads,
        sender,
        streams,
        address,
        Optional.ofNullable(certificate),
        emulator,
        earlier);
  }

  @Override
  public synchronized void close() {
    closed = true;
    try {
      streams.close();
      instance
          .close(); // first, so that calls that wait are answered while there is a server to do it
    } finally {
      web.close();
      threads.close();
    }
  }
}
