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
 * The calls and events of an instance, the newest {@value #CAPACITY} lines. For the newest calls,
 * request and response are kept, up to {@value #MEMORY} bytes in total.
 */
public final class Journal implements JournalControl {
  /** How many lines are kept. */
  public static final int CAPACITY = 10_000;

  private static final int MEMORY = 32 * 1024 * 1024;

  private final String id = Ids.random().next();
  private final Deque<Kept> lines = new ArrayDeque<>();
  private final Deque<Kept> recorded = new ArrayDeque<>();
  private final Secrets secrets;
  private int memory;
  private long count;
  private volatile Consumer<Noted> listener = line -> {};

  /**
   * Makes an empty journal.
   *
   * @param secrets masks what calls said, when somebody looks at it
   */
  public Journal(Secrets secrets) {
    this.secrets = secrets;
  }

  /**
   * A line that was just added.
   *
   * @param number its number
   * @param accountId the account's id; 0 if it is unknown
   * @param isCall true for a call, false for an event
   * @param line makes the line; for a call, this takes some time
   */
  public record Noted(long number, long accountId, boolean isCall, Supplier<Line> line) {}

  /**
   * Sets the listener, which is called for each new line, in order.
   *
   * @param listener called under the journal's lock, so it must return quickly
   */
  public void listener(Consumer<Noted> listener) {
    this.listener = listener;
  }

  /**
   * Returns what masks the calls of this journal.
   *
   * @return the secrets of the instance
   */
  public Secrets secrets() {
    return secrets;
  }

  /**
   * Returns the id of this journal; a reset begins one with another id.
   *
   * @return 32 hex digits
   */
  public String id() {
    return id;
  }

  /**
   * Adds an event.
   *
   * @param event the event
   */
  public void note(DomainEvent event) {
    add(new Kept(new JournalEntry.Happening(event), null));
  }

  /** Adds a call; the recording, if there is one, becomes its {@code exchange}. */
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
    return line.entry instanceof JournalEntry.Request request
        ? masked(request, recording)
        : line.entry;
  }

  private JournalEntry.Request masked(
      JournalEntry.Request request, @Nullable RecordedExchange recording) {
    String own = recording == null ? "" : recording.own();
    return new JournalEntry.Request(
        request.at(),
        request.accountId(),
        request.method(),
        secrets.mask(request.path(), own),
        request.status(),
        request.code(),
        request.message() == null ? null : secrets.mask(request.message(), own),
        request.waited(),
        request.fault(),
        request.relied(),
        recording == null ? null : recording.toExchanged(secrets));
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
