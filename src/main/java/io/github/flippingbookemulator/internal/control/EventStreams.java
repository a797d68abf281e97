package io.github.flippingbookemulator.internal.control;

import io.github.flippingbookemulator.internal.time.Threads;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The streams of server-sent events that are open. They outlive resets: each goes on with the
 * instance that follows.
 */
public final class EventStreams implements AutoCloseable {
  /** How many streams there can be at once; each keeps a connection. */
  static final int MOST = 100;

  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private final Threads threads;
  private final Duration heartbeat;
  private final Set<EventStream> open = ConcurrentHashMap.newKeySet();
  private volatile @Nullable Feed feed;
  private volatile boolean closed;

  /**
   * Prepares for streams.
   *
   * @param threads what reminds of heartbeats
   */
  public EventStreams(Threads threads) {
    this(threads, HEARTBEAT);
  }

  EventStreams(Threads threads, Duration heartbeat) {
    this.threads = threads;
    this.heartbeat = heartbeat;
  }

  /**
   * Lets all streams go on with another instance, once they have told the end of the one before.
   *
   * @param next what happens in it
   */
  public void follow(Feed next) {
    feed = next;
    wake();
  }

  /** Ends all streams. */
  @Override
  public void close() {
    closed = true;
    wake();
  }

  /**
   * Makes a stream.
   *
   * @param account whose events it tells; all if empty
   * @param after the id after which it begins; with what happens next if empty
   */
  EventStream stream(Optional<Long> account, Optional<String> after) {
    return new EventStream(this, account, after);
  }

  Feed feed() {
    Feed now = feed;
    if (now == null) {
      throw new IllegalStateException("there is no instance to follow yet");
    }
    return now;
  }

  boolean isClosed() {
    return closed;
  }

  void wake() {
    for (EventStream stream : open) {
      stream.wake();
    }
  }

  boolean isFull() {
    return open.size() >= MOST;
  }

  void opened(EventStream stream) {
    open.add(stream);
    beatLater(stream);
  }

  void ended(EventStream stream) {
    open.remove(stream);
  }

  private void beatLater(EventStream stream) {
    threads
        .pause(heartbeat)
        .thenRun(
            () -> {
              if (open.contains(stream)) {
                stream.beat();
                beatLater(stream);
              }
            });
  }
}
