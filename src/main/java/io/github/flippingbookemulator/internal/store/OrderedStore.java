package io.github.flippingbookemulator.internal.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The records of one kind of one account: by id, and in the order of creation.
 *
 * <p>Records are immutable; a change replaces one. Writers must hold the account's lock, readers
 * need not. The list has its own lock, held only to change or copy it. It consists of pieces, so
 * that removing a record from the middle of many moves only a few others.
 *
 * @param <T> the record
 */
public final class OrderedStore<T> {
  private static final int PIECE = 512;

  private final Map<String, Slot<T>> byId = new ConcurrentHashMap<>();
  private final List<List<Slot<T>>> inOrder = new ArrayList<>();
  private int size;

  /** Creates an empty store. */
  public OrderedStore() {}

  /**
   * Adds or replaces a record; a replaced one keeps its place.
   *
   * @param id its id
   * @param record the record
   */
  public void put(String id, T record) {
    Slot<T> known = byId.get(id);
    if (known != null) {
      known.record = record;
      return;
    }
    Slot<T> slot;
    synchronized (inOrder) {
      slot = new Slot<>(record, lastPiece());
      slot.piece.add(slot);
      size++;
    }
    byId.put(id, slot);
  }

  /**
   * Removes a record, if it is there.
   *
   * @param id its id
   */
  public void remove(String id) {
    Slot<T> slot = byId.remove(id);
    if (slot != null) {
      synchronized (inOrder) {
        slot.piece.remove(slot);
        size--;
        if (slot.piece.isEmpty()) {
          inOrder.removeIf(List::isEmpty);
        }
      }
    }
  }

  /**
   * Finds a record.
   *
   * @param id its id
   * @return the current record, if there is one
   */
  public Optional<T> find(String id) {
    Slot<T> slot = byId.get(id);
    return slot == null ? Optional.empty() : Optional.of(slot.record);
  }

  /**
   * Returns all records.
   *
   * @return oldest first, a copy
   */
  public List<T> all() {
    synchronized (inOrder) {
      List<T> records = new ArrayList<>(size);
      inOrder.forEach(piece -> piece.forEach(slot -> records.add(slot.record)));
      return Collections.unmodifiableList(records);
    }
  }

  /**
   * Returns a page of all records, without copying the others.
   *
   * @param paging which part
   * @return the page, oldest first
   */
  public Page<T> page(Paging paging) {
    List<T> records = new ArrayList<>();
    synchronized (inOrder) {
      int skip = paging.offset();
      for (List<Slot<T>> piece : inOrder) {
        int left = paging.count() - records.size();
        if (left == 0) {
          break;
        }
        if (skip < piece.size()) {
          int to = Math.min(piece.size(), skip + left);
          piece.subList(skip, to).forEach(slot -> records.add(slot.record));
        }
        skip = Math.max(0, skip - piece.size());
      }
      return new Page<>(size, List.copyOf(records));
    }
  }

  /**
   * Returns a page of the records that a filter accepts; checks every record.
   *
   * @param filter which records to return
   * @param paging which part of these
   * @return the page, oldest first
   */
  public Page<T> page(Predicate<T> filter, Paging paging) {
    return Page.of(all().stream().filter(filter).toList(), paging);
  }

  private List<Slot<T>> lastPiece() {
    if (inOrder.isEmpty() || inOrder.get(inOrder.size() - 1).size() == PIECE) {
      inOrder.add(new ArrayList<>());
    }
    return inOrder.get(inOrder.size() - 1);
  }

  private static final class Slot<T> {
    private final List<Slot<T>> piece;
    private volatile T record;

    Slot(T record, List<Slot<T>> piece) {
      this.record = record;
      this.piece = piece;
    }
  }
}
