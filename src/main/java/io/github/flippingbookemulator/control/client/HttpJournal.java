package io.github.flippingbookemulator.control.client;

import io.github.flippingbookemulator.internal.control.JournalRoutes;
import io.github.flippingbookemulator.journal.JournalControl;
import io.github.flippingbookemulator.journal.JournalEntry;
import java.util.ArrayList;
import java.util.List;

/** The journal of a remote emulator, read page by page. */
record HttpJournal(ControlClient calls) implements JournalControl {
  private static final long AFTER_ALL = 1_000_000_000_000_000L;

  @Override
  public List<JournalEntry> entries() {
    List<JournalEntry> entries = new ArrayList<>();
    Page page = page(0, JournalRoutes.LARGEST_PAGE);
    String journal = page.journal();
    while (!page.lines().isEmpty() && page.journal().equals(journal)) {
      page.lines().forEach(line -> entries.add(line.entry()));
      page = page(page.next(), JournalRoutes.LARGEST_PAGE);
    }
    return List.copyOf(entries);
  }

  @Override
  public long count() {
    return end(calls).next();
  }

  /** Returns the empty page after the last line. */
  static Page end(ControlClient calls) {
    return new HttpJournal(calls).page(AFTER_ALL, 0);
  }

  @Override
  public Page page(long after, int limit) {
    return calls.get("/journal?after=" + after + "&limit=" + limit, Page.class);
  }
}
