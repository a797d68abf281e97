package io.github.flippingbookemulator.internal.trigger;

import io.github.flippingbookemulator.internal.time.AwaitableList;
import io.github.flippingbookemulator.trigger.InboxControl;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/**
 * A webhook receiver in the emulator, so that no test needs its own server. It keeps everything
 * that is posted to its URL.
 */
public final class Inbox implements InboxControl {
  private static final Reaction ACCEPT = new Reaction.Status(200);

  private final URI url;
  private final AwaitableList<Message> messages = new AwaitableList<>();
  private final Queue<Reaction> planned = new ArrayDeque<>();

  private final InboxMemory memory;

  Inbox(URI url, InboxMemory memory) {
    this.url = url;
    this.memory = memory;
  }

  @Override
  public URI url() {
    return url;
  }

  @Override
  public List<Message> messages() {
    return messages.all();
  }

  @Override
  public List<Message> await(int count) {
    return await(count, Duration.ofSeconds(5));
  }

  @Override
  public List<Message> await(int count, Duration limit) {
    return messages.await(count, limit);
  }

  @Override
  public synchronized void react(int count, Reaction reaction) {
    if (count < 0 || count > MOST_REACTIONS - planned.size()) {
      throw new IllegalArgumentException(
          "The next 0 to %d deliveries can be decided about, not %d%s."
              .formatted(
                  MOST_REACTIONS, count, planned.isEmpty() ? "" : " more after " + planned.size()));
    }
    for (int i = 0; i < count; i++) {
      planned.add(reaction);
    }
  }

  @Override
  public synchronized void clear() {
    memory.clear(this);
    messages.clear();
    planned.clear();
  }

  void forget(Message oldest) {
    messages.removeOldest(oldest);
  }

  /** Whether it lets the next delivery wait. */
  synchronized boolean isSlow() {
    return planned.peek() instanceof Reaction.Slow;
  }

  synchronized Reaction receive(Message message) {
    messages.add(message);
    memory.add(this, message);
    Reaction reaction = planned.poll();
    return reaction == null ? ACCEPT : reaction;
  }
}
