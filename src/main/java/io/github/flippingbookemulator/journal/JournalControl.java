package io.github.flippingbookemulator.journal;

import java.util.List;

/** The calls and events of an emulator, the newest 10,000 lines. */
public interface JournalControl {
  /**
   * Returns the journal.
   *
   * @return its lines, oldest first, a copy
   */
  List<JournalEntry> entries();

  /**
   * Returns the calls.
   *
   * @return the calls, oldest first, a copy
   */
  default List<JournalEntry.Request> requests() {
    return entries().stream()
        .filter(JournalEntry.Request.class::isInstance)
        .map(JournalEntry.Request.class::cast)
        .toList();
  }

  /**
   * Counts all lines since the journal began, including those no longer kept.
   *
   * @return 0 or more; lines that are added later have higher numbers
   */
  long count();

  /**
   * Returns a part of the journal, to read it page by page or to follow it.
   *
   * @param after the number after which to begin: 0, or the {@code next} of the page before
   * @param limit how many lines at most
   * @return the oldest lines after that number that are kept
   */
  Page page(long after, int limit);

  /**
   * A part of the journal.
   *
   * @param journal the id of this journal; a reset begins one with another id
   * @param next the number after which the next page begins
   * @param lines the lines, oldest first
   */
  record Page(String journal, long next, List<Line> lines) {
    /** Copies the lines. */
    public Page {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A line with its number.
   *
   * @param number counts the lines of a journal from 1
   * @param entry the entry
   */
  record Line(long number, JournalEntry entry) {}
}
