package io.github.flippingbookemulator.internal.control;

import io.github.flippingbookemulator.internal.control.Feed.Item;
import io.github.flippingbookemulator.internal.http.StreamSource;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * A client's stream of server-sent events: a position in the feed, which advances as the client
 * reads. No events are stored per client. If a client is so slow that the feed has dropped the next
 * item, it gets an event that says so, and the stream ends.
 */
final class EventStream implements StreamSource {
  private static final byte[] HEARTBEAT = utf8(":\n\n");

  private final EventStreams streams;
  private final Optional<Long> account;
  private final Queue<byte[]> first = new ArrayDeque<>();
  private Feed feed;
  private long place;
  private boolean opened;
  private volatile boolean dropped;
  private volatile boolean beat;
  private volatile Runnable wake = () -> {};

  /** The data of the event that reports dropped items. */
  record Gap(long number, long missed, String message) {}

  EventStream(EventStreams streams, Optional<Long> account, Optional<String> after) {
    this.streams = streams;
    this.account = account;
    feed = streams.feed();
    place = feed.last();
    first.add(utf8("retry: 1000\n\n"));
    after.ifPresent(this::resume);
  }

  @Override
  public void open(Runnable wake) {
    synchronized (this) {
      this.wake = wake;
      opened = true;
    }
    if (!streams.opened(this)) {
      dropped = true;
    }
  }

  synchronized void giveUpUnopened() {
    if (!opened) {
      streams.ended(this);
    }
  }

  @Override
  public byte @Nullable [] next() {
    if (!first.isEmpty()) {
      return first.remove();
    }
    if (isOver()) {
      return null;
    }
    byte[] told = tell();
    if (told == null && beat) {
      beat = false;
      return HEARTBEAT;
    }
    return told;
  }

  @Override
  public boolean isOver() {
    return dropped || streams.isClosed();
  }

  @Override
  public void closed() {
    streams.ended(this);
  }

  void wake() {
    wake.run();
  }

  void beat() {
    beat = true;
    wake();
  }

  private byte @Nullable [] tell() {
    while (true) {
      Feed newest = streams.feed(); // read before the item: the old instance may still add some
      Item item;
      synchronized (feed) {
        if (place < feed.forgotten()) {
          dropped = true;
          return gap();
        }
        item = feed.item(place + 1);
      }
      if (item == null) {
        if (newest == feed) {
          return null;
        }
        feed = newest;
        place = 0;
        return event("reset", feed.reset());
      }
      place++;
      if (account.isEmpty() || item.accountId() == null || account.get().equals(item.accountId())) {
        return event(item.name(), item.data().get());
      }
    }
  }

  /** Continues after the event that the client received last. */
  private void resume(String id) {
    int dash = id.lastIndexOf('-');
    String number = id.substring(dash + 1);
    if (!number.matches("\\d{1,18}")) {
      throw new IllegalArgumentException(
          "The id of an event is such as '%s-1', not '%s'.".formatted(feed.id(), id));
    }
    if (dash < 0 || id.substring(0, dash).equals(feed.id())) {
      place = Math.min(place, Long.parseLong(number));
    } else {
      place = 0;
      first.add(event("reset", feed.reset()));
    }
    synchronized (feed) {
      if (place < feed.forgotten()) {
        first.add(gap());
        place = feed.forgotten();
      }
    }
  }

  private byte[] gap() {
    long missed = feed.forgotten() - place;
    return event(
        "gap",
        new Gap(
            place,
            missed,
            "%d events have been forgotten before this stream could tell them; ask for what is there now."
                .formatted(missed)));
  }

  private byte[] event(String name, Object data) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    text.writeBytes(utf8("id: %s-%d\nevent: %s\ndata: ".formatted(feed.id(), place, name)));
    String json = new String(ControlJson.write(data), StandardCharsets.UTF_8);
    text.writeBytes(utf8(feed.masked(json))); // one line: JSON escapes line breaks
    text.writeBytes(utf8("\n\n"));
    return text.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
