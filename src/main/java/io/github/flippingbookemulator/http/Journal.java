package io.github.flippingbookemulator.http;

import io.github.flippingbookemulator.event.DomainEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was called and what happened, the newest {@value #CAPACITY} lines of it; what calls sent and
 * got for the newest of them, as long as that takes no more than {@value #MEMORY} bytes.
 */
public final class Journal implements JournalControl {
  /** How many lines are kept. */
  public static final int CAPACITY = 10_000;

  private static final int MEMORY = 32 * 1024 * 1024;

  private final Deque<Line> lines = new ArrayDeque<>();
  private final Deque<Line> recorded = new ArrayDeque<>();
  private int memory;
  private long count;

  /** Makes an empty journal. */
  public Journal() {}

  /**
   * Notes an event.
   *
   * @param event what happened
   */
  public void note(DomainEvent event) {
    add(new Line(new JournalEntry.Happening(event), null));
  }

  /** Notes a call; the recording, if there is one, becomes its {@code exchange}. */
  void note(JournalEntry.Request request, @Nullable Recording recording) {
    add(new Line(request, recording));
  }

  @Override
  public synchronized List<JournalEntry> entries() {
    return lines.stream().map(Line::entry).toList();
  }

  @Override
  public List<JournalEntry.Request> requests() {
    return entries().stream()
        .filter(JournalEntry.Request.class::isInstance)
        .map(JournalEntry.Request.class::cast)
        .toList();
  }

  @Override
  public synchronized long count() {
    return count;
  }

  private synchronized void add(Line line) {
    count++;
    if (lines.size() == CAPACITY) {
      Line oldest = lines.removeFirst();
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
  }

  private void forgetOldestRecording() {
    Line oldest = recorded.removeFirst();
    if (oldest.recording != null) {
      memory -= oldest.recording.size();
      oldest.recording = null;
    }
  }

  private static final class Line {
    private final JournalEntry entry;
    private @Nullable Recording recording;

    Line(JournalEntry entry, @Nullable Recording recording) {
      this.entry = entry;
      this.recording = recording;
    }

    JournalEntry entry() {
      return recording != null && entry instanceof JournalEntry.Request request
          ? request.with(recording.toExchanged())
          : entry;
    }
  }
}
