package io.github.flippingbookemulator.internal.control;

import io.github.flippingbookemulator.internal.time.Threads;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The open streams of server-sent events. A reset does not end them: each continues with the next
 * instance.
 */
public final class EventStreams implements AutoCloseable {
  /** The largest number of open streams; each uses a connection. */
  static final int MOST = 100;

  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private final Threads threads;
  private final Duration heartbeat;
  private final Set<EventStream> open = ConcurrentHashMap.newKeySet();
  private volatile @Nullable Feed feed;
  private volatile boolean closed;

  /**
   * Makes an empty set of streams.
   *
   * @param threads schedules the heartbeats
   */
  public EventStreams(Threads threads) {
    this(threads, HEARTBEAT);
  }

  EventStreams(Threads threads, Duration heartbeat) {
    this.threads = threads;
    this.heartbeat = heartbeat;
  }

  /**
   * Continues all streams with another instance, after they have sent the rest of the one before.
   *
   * @param next the feed of that instance
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
   * @param account the account whose events it sends; empty for all
   * @param after the id of the event after which it begins; empty to begin with the next event
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
