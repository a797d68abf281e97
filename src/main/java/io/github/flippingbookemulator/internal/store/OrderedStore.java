package io.github.flippingbookemulator.internal.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The records of one kind of one account: by id, and in the order of creation.
 *
 * <p>Records are immutable; a change replaces one. Writers must hold the account's lock, readers
 * need not. The list has its own lock, held only to change or copy it.
 *
 * @param <T> the record
 */
public final class OrderedStore<T> {
  private final Map<String, Slot<T>> byId = new ConcurrentHashMap<>();
  private final List<Slot<T>> inOrder = new ArrayList<>();

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
    Slot<T> slot = new Slot<>(record);
    synchronized (inOrder) {
      inOrder.add(slot);
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
        inOrder.remove(slot);
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
    return records(inOrder());
  }

  /**
   * Returns a page of all records, without copying the others.
   *
   * @param paging which part
   * @return the page, oldest first
   */
  public Page<T> page(Paging paging) {
    synchronized (inOrder) {
      Page<Slot<T>> slots = Page.of(inOrder, paging);
      return new Page<>(slots.total(), records(slots.records()));
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

  private List<Slot<T>> inOrder() {
    synchronized (inOrder) {
      return List.copyOf(inOrder);
    }
  }

  private static <T> List<T> records(List<Slot<T>> slots) {
    return slots.stream().map(slot -> slot.record).toList();
  }

  private static final class Slot<T> {
    private volatile T record;

    Slot(T record) {
      this.record = record;
    }
  }
}
