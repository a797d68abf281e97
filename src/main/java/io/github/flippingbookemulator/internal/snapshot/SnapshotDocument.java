package io.github.flippingbookemulator.internal.snapshot;

import io.github.flippingbookemulator.internal.source.ConversionsState;
import io.github.flippingbookemulator.internal.source.FileContent;
import io.github.flippingbookemulator.internal.store.Ids;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/**
 * A snapshot as it is written: what it is, the state, and at the end each distinct file once, to
 * which the state refers by SHA-256.
 */
record SnapshotDocument(
    String emulator,
    int format,
    Instant time,
    String inboxes,
    Ids.State ids,
    ConversionsState conversions,
    List<AccountContents> accounts,
    SortedMap<String, FileContent> registeredFiles,
    FileTable files) {
  static SnapshotDocument of(EmulatorState state, FileTable files) {
    return new SnapshotDocument(
        SnapshotJson.EMULATOR,
        SnapshotJson.FORMAT,
        state.time(),
        state.inboxes(),
        state.ids(),
        state.conversions(),
        state.accounts(),
        state.registeredFiles(),
        files);
  }

  EmulatorState state() {
    return new EmulatorState(time, inboxes, ids, conversions, accounts, registeredFiles);
  }
}
