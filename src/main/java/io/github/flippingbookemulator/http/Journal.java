package io.github.flippingbookemulator.http;

import io.github.flippingbookemulator.event.DomainEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What was called and what happened, the newest {@value #CAPACITY} lines of it. */
public final class Journal implements JournalControl {
  /** How many lines are kept. */
  public static final int CAPACITY = 10_000;

  private final Deque<JournalEntry> entries = new ArrayDeque<>();

  /** Makes an empty journal. */
  public Journal() {}

  /**
   * Notes an event.
   *
   * @param event what happened
   */
  public void note(DomainEvent event) {
    note(new JournalEntry.Happening(event));
  }

  synchronized void note(JournalEntry entry) {
    if (entries.size() == CAPACITY) {
      entries.removeFirst();
    }
    entries.addLast(entry);
  }

  @Override
  public synchronized List<JournalEntry> entries() {
    return List.copyOf(entries);
  }

  @Override
  public List<JournalEntry.Request> requests() {
    return entries().stream()
        .filter(JournalEntry.Request.class::isInstance)
        .map(JournalEntry.Request.class::cast)
        .toList();
  }
}
