package io.github.flippingbookemulator;

import io.github.flippingbookemulator.http.HeadStart;
import io.github.flippingbookemulator.http.WebServer;
import io.github.flippingbookemulator.source.Downloads;
import io.github.flippingbookemulator.store.Ids;
import io.github.flippingbookemulator.time.Threads;
import io.github.flippingbookemulator.trigger.WebhookSender;
import java.io.IOException;
import java.net.URI;

/**
 * What outlives resets: the port, the threads, the clients. It serves one life at a time, and
 * belongs to one {@link Emulator} at a time.
 */
final class Server implements AutoCloseable {
  private final String id = Ids.random().next();
  private final EmulatorOptions started;
  private final Threads threads = new Threads();
  private final Downloads downloads;
  private final WebhookSender sender;
  private final WebServer web;
  private volatile EmulatorOptions options;
  private volatile Life life;
  private long lives;

  Server(EmulatorOptions options) throws IOException {
    started = options;
    this.options = options;
    HeadStart.take(threads.workers());
    downloads = new Downloads(threads, () -> this.options.fetchTimeout());
    sender = new WebhookSender(threads, () -> this.options.webhookTimeout());
    life = begin(options);
    try {
      web = WebServer.start(options.host(), options.port(), () -> life.gateway);
    } catch (IOException | RuntimeException e) {
      life.close();
      threads.close();
      throw e;
    }
  }

  /** Where it is, as seen from this machine. */
  URI uri() {
    String host =
        started.host().equals("0.0.0.0") || started.host().equals("::")
            ? "127.0.0.1"
            : started.host();
    return URI.create(
        "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + web.port());
  }

  Life life() {
    return life;
  }

  EmulatorOptions options() {
    return options;
  }

  boolean fits(EmulatorOptions wanted) {
    return started.hasSameServerAs(wanted);
  }

  /** Ends the life that is and begins another, under these options. */
  synchronized void reset(EmulatorOptions next) {
    if (!fits(next)) {
      throw new IllegalArgumentException(
          "host, port and CORS origins stay as they were when the emulator was started; start"
              + " another emulator for others");
    }
    Life ended = life;
    Life begun = begin(next);
    options = next;
    life = begun;
    ended.close();
  }

  private Life begin(EmulatorOptions with) {
    return new Life(with, threads, downloads, sender, new Life.Address(this::uri, id, ++lives));
  }

  @Override
  public synchronized void close() {
    try {
      life.close(); // first, so that calls that wait are answered while there is a server to do it
    } finally {
      web.close();
      threads.close();
    }
  }
}
