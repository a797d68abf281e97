package io.github.flippingbookemulator.http;

import java.util.List;

/** What was called and what happened, the newest {@value Journal#CAPACITY} lines of it. */
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
  List<JournalEntry.Request> requests();

  /**
   * Counts the lines that there have been since the start, those included that are not kept.
   *
   * @return 0 or more; a test that notes it can tell later which lines are newer
   */
  long count();
}
