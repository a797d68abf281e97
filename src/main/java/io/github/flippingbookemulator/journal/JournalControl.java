package io.github.flippingbookemulator.journal;

import java.util.List;

/** The calls that were made and the events that happened: the newest 10,000 entries. */
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
   * @return the answered calls, oldest first, a copy
   */
  default List<JournalEntry.Request> requests() {
    return entries().stream()
        .filter(JournalEntry.Request.class::isInstance)
        .map(JournalEntry.Request.class::cast)
        .toList();
  }

  /**
   * Counts the lines that there have been since the start, those included that are not kept.
   *
   * @return 0 or more; a test that notes it can tell later which lines are newer
   */
  long count();

  /**
   * Returns a part of the journal, for who reads it bit by bit or follows it.
   *
   * @param after the number after which to begin: 0, or the {@code next} of the page before
   * @param limit how many lines at most
   * @return the oldest lines after that number that are kept
   */
  Page page(long after, int limit);

  /**
   * A part of the journal.
   *
   * @param journal what this journal is known by; a reset begins another one
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
   * @param number 1 for the first line of a journal, and one more for each
   * @param entry what it says
   */
  record Line(long number, JournalEntry entry) {}
}
