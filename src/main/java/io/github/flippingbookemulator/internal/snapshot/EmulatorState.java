package io.github.flippingbookemulator.internal.snapshot;

import io.github.flippingbookemulator.internal.source.ConversionsState;
import io.github.flippingbookemulator.internal.source.FileContent;
import io.github.flippingbookemulator.internal.store.Ids;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The whole state of an emulator at one moment.
 *
 * @param time what its clock showed
 * @param inboxes what the addresses of its inboxes began with: where triggers told them, they tell
 *     those of the emulator in which the state is restored
 * @param ids where its source of ids stood
 * @param conversions what new sources were to go through
 * @param accounts its accounts with all they had, oldest first, at least one
 * @param registeredFiles the files that were known by their address
 */
public record EmulatorState(
    Instant time,
    String inboxes,
    Ids.State ids,
    ConversionsState conversions,
    List<AccountContents> accounts,
    SortedMap<String, FileContent> registeredFiles) {
  /** Copies the collections. */
  public EmulatorState {
    accounts = List.copyOf(accounts);
    registeredFiles = Collections.unmodifiableSortedMap(new TreeMap<>(registeredFiles));
  }
}
