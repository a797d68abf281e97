package io.github.flippingbookemulator.internal.journal;

import io.github.flippingbookemulator.event.DomainEvent;
import io.github.flippingbookemulator.internal.store.Ids;
import io.github.flippingbookemulator.journal.JournalControl;
import io.github.flippingbookemulator.journal.JournalEntry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was called and what happened, the newest {@value #CAPACITY} lines of it; what calls sent and
 * got for the newest of them, as long as that takes no more than {@value #MEMORY} bytes.
 */
public final class Journal implements JournalControl {
  /** How many lines are kept. */
  public static final int CAPACITY = 10_000;

  private static final int MEMORY = 32 * 1024 * 1024;

  private final String id = Ids.random().next();
  private final Deque<Kept> lines = new ArrayDeque<>();
  private final Deque<Kept> recorded = new ArrayDeque<>();
  private int memory;
  private long count;
  private volatile Consumer<Noted> listener = line -> {};

  /** Makes an empty journal. */
  public Journal() {}

  /**
   * A line that has just been noted.
   *
   * @param number its number
   * @param accountId the account's id; 0 where nobody could be found
   * @param isCall whether it is a call, or something that happened
   * @param line makes the line, which takes some time for a call
   */
  public record Noted(long number, long accountId, boolean isCall, Supplier<Line> line) {}

  /**
   * Tells of each line from now on, in order.
   *
   * @param listener called under the journal's lock: it takes a note and returns
   */
  public void listener(Consumer<Noted> listener) {
    this.listener = listener;
  }

  /**
   * Returns what tells this journal from those before and after it.
   *
   * @return 32 hex digits
   */
  public String id() {
    return id;
  }

  /**
   * Notes an event.
   *
   * @param event what happened
   */
  public void note(DomainEvent event) {
    add(new Kept(new JournalEntry.Happening(event), null));
  }

  /** Notes a call; the recording, if there is one, becomes its {@code exchange}. */
  public void note(JournalEntry.Request request, @Nullable RecordedExchange recording) {
    add(new Kept(request, recording));
  }

  @Override
  public synchronized List<JournalEntry> entries() {
    return lines.stream().map(this::entry).toList();
  }

  @Override
  public synchronized Page page(long after, int limit) {
    long dropped = count - lines.size();
    long first = Math.min(count, Math.max(after, dropped));
    List<JournalControl.Line> page = new ArrayList<>();
    lines.stream()
        .skip(first - dropped)
        .limit(limit)
        .forEach(line -> page.add(new JournalControl.Line(first + page.size() + 1, entry(line))));
    return new Page(id, first + page.size(), page);
  }

  @Override
  public synchronized long count() {
    return count;
  }

  private synchronized void add(Kept line) {
    count++;
    if (lines.size() == CAPACITY) {
      Kept oldest = lines.removeFirst();
      if (oldest == recorded.peekFirst()) {
        forgetOldestRecording();
      }
    }
    lines.addLast(line);
    if (line.recording != null) {
      recorded.addLast(line);
      memory += line.recording.size();
      while (memory > MEMORY) {
        forgetOldestRecording();
      }
    }
    long number = count;
    listener.accept(
        new Noted(
            number,
            line.entry.accountId(),
            line.entry instanceof JournalEntry.Request,
            () -> new JournalControl.Line(number, entry(line))));
  }

  private JournalEntry entry(Kept line) {
    RecordedExchange recording;
    synchronized (this) {
      recording = line.recording;
    }
    return recording != null && line.entry instanceof JournalEntry.Request request
        ? with(request, recording.toExchanged())
        : line.entry;
  }

  private static JournalEntry.Request with(
      JournalEntry.Request request, JournalEntry.Exchanged exchange) {
    return new JournalEntry.Request(
        request.at(),
        request.accountId(),
        request.method(),
        request.path(),
        request.status(),
        request.code(),
        request.message(),
        request.waited(),
        request.fault(),
        exchange);
  }

  private void forgetOldestRecording() {
    Kept oldest = recorded.removeFirst();
    if (oldest.recording != null) {
      memory -= oldest.recording.size();
      oldest.recording = null;
    }
  }

  private static final class Kept {
    private final JournalEntry entry;
    private @Nullable RecordedExchange recording;

    Kept(JournalEntry entry, @Nullable RecordedExchange recording) {
      this.entry = entry;
      this.recording = recording;
    }
  }
}
