package io.github.flippingbookemulator.control.client;

import io.github.flippingbookemulator.event.DomainEvent;
import io.github.flippingbookemulator.event.EventsControl;
import io.github.flippingbookemulator.journal.JournalControl.Line;
import io.github.flippingbookemulator.journal.JournalControl.Page;
import io.github.flippingbookemulator.journal.JournalEntry.Happening;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The events of a remote emulator: each subscription follows the journal with a call that waits for
 * the next lines, so it needs no thread. Listeners are called for one event after the other, in
 * order, on a thread of the HTTP client and a little after the event. As in the emulator's own JVM,
 * a reset ends all subscriptions.
 */
final class HttpEvents implements EventsControl {
  private static final System.Logger LOG = System.getLogger(HttpEvents.class.getName());
  private static final int PAGE = 200;
  private static final String WAIT = "PT20S";

  private final ControlClient calls;
  private final Set<Following> all = ConcurrentHashMap.newKeySet();

  HttpEvents(ControlClient calls) {
    this.calls = calls;
  }

  @Override
  public Subscription subscribe(Consumer<DomainEvent> listener) {
    // The end of the journal is read before this returns, so that no later event is missed.
    Page end = HttpJournal.end(calls);
    Following following = new Following(listener, end.journal());
    all.add(following);
    following.next(end.next());
    return following;
  }

  @Override
  public <E extends DomainEvent> Subscription on(Class<E> type, Consumer<E> listener) {
    return subscribe(
        event -> {
          if (type.isInstance(event)) {
            listener.accept(type.cast(event));
          }
        });
  }

  /** Ends all subscriptions. */
  void close() {
    all.forEach(Following::close);
  }

  private final class Following implements Subscription {
    private final Consumer<DomainEvent> listener;
    private final String journal;
    private volatile boolean closed;
    private volatile CompletableFuture<?> waiting = CompletableFuture.completedFuture(null);

    Following(Consumer<DomainEvent> listener, String journal) {
      this.listener = listener;
      this.journal = journal;
    }

    void next(long after) {
      String path =
          "/journal?after=%d&journal=%s&limit=%d&wait=%s".formatted(after, journal, PAGE, WAIT);
      CompletableFuture<Page> page = calls.getLater(path, Page.class);
      waiting = page;
      page.whenComplete(
          (lines, failure) -> {
            if (failure != null && !closed) {
              LOG.log(System.Logger.Level.INFO, "Events are not heard any longer", failure);
              close();
            } else if (failure != null || !lines.journal().equals(journal)) {
              close(); // the emulator has been reset
            } else if (!closed) {
              lines.lines().forEach(this::tell);
              next(lines.next());
            }
          });
      if (closed) {
        page.cancel(true);
      }
    }

    private void tell(Line line) {
      if (!closed && line.entry() instanceof Happening happening) {
        try {
          listener.accept(happening.event());
        } catch (RuntimeException e) {
          LOG.log(System.Logger.Level.ERROR, "A listener failed on " + happening.event(), e);
        }
      }
    }

    @Override
    public void close() {
      closed = true;
      all.remove(this);
      waiting.cancel(true);
    }
  }
}
