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

  /** After this time a stream that is not open gives its place back: its response has failed. */
  private static final Duration TO_OPEN = Duration.ofSeconds(15);

  private final Threads threads;
  private final Duration heartbeat;
  private final Duration toOpen;
  private final Set<EventStream> open = ConcurrentHashMap.newKeySet();
  private volatile @Nullable Feed feed;
  private volatile boolean closed;

  /**
   * Makes an empty set of streams.
   *
   * @param threads schedules the heartbeats
   */
  public EventStreams(Threads threads) {
    this(threads, HEARTBEAT, TO_OPEN);
  }

  EventStreams(Threads threads, Duration heartbeat, Duration toOpen) {
    this.threads = threads;
    this.heartbeat = heartbeat;
    this.toOpen = toOpen;
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
   * Makes a stream. It counts as open from now on, so that callers at the same moment do not exceed
   * the limit together.
   *
   * @param account the account whose events it sends; empty for all
   * @param after the id of the event after which it begins; empty to begin with the next event
   * @return the stream; empty if {@value #MOST} are open
   */
  synchronized Optional<EventStream> stream(Optional<Long> account, Optional<String> after) {
    EventStream stream = new EventStream(this, account, after);
    if (open.size() >= MOST) {
      return Optional.empty();
    }
    open.add(stream);
    threads.pause(toOpen).thenRun(stream::giveUpUnopened);
    return Optional.of(stream);
  }

  /** Starts the heartbeats of a stream. Returns false if it has ended before it was opened. */
  boolean opened(EventStream stream) {
    beatLater(stream);
    return open.contains(stream);
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
