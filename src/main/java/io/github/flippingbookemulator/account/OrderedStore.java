package io.github.flippingbookemulator.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The records of one kind of one account: found by id at once, listed in the order of creation.
 *
 * <p>Records are immutable; a change replaces one. Reading needs no lock for longer than it takes
 * to copy a page. Writers hold the account's lock.
 *
 * @param <T> the record
 */
public final class OrderedStore<T> {
  private final Map<String, Slot<T>> byId = new ConcurrentHashMap<>();
  private final List<Slot<T>> inOrder = new ArrayList<>();

  /** Makes an empty store. */
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
   * @return the record as it is now
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
    return page(0, Integer.MAX_VALUE).records();
  }

  /**
   * Returns some of all records; its cost depends on their number, not on where they are.
   *
   * @param offset how many to skip, 0 or more
   * @param count how many at most, 0 or more
   * @return those records, and how many there are in all
   */
  public Page<T> page(int offset, int count) {
    synchronized (inOrder) {
      int total = inOrder.size();
      int from = Math.min(offset, total);
      int to = from + Math.min(count, total - from);
      List<T> records = new ArrayList<>(to - from);
      for (Slot<T> slot : inOrder.subList(from, to)) {
        records.add(slot.record);
      }
      return new Page<>(total, records);
    }
  }

  /**
   * Returns some of the records that a filter lets through; looks at every record.
   *
   * @param filter which records count
   * @param offset how many of these to skip, 0 or more
   * @param count how many at most, 0 or more
   * @return those records, and how many the filter lets through in all
   */
  public Page<T> page(Predicate<T> filter, int offset, int count) {
    int total = 0;
    List<T> records = new ArrayList<>();
    for (T record : all()) {
      if (filter.test(record)) {
        if (total >= offset && records.size() < count) {
          records.add(record);
        }
        total++;
      }
    }
    return new Page<>(total, records);
  }

  /**
   * A part of a list.
   *
   * @param total how many records the whole list has
   * @param records the part
   * @param <T> the record
   */
  public record Page<T>(int total, List<T> records) {}

  private static final class Slot<T> {
    private volatile T record;

    Slot(T record) {
      this.record = record;
    }
  }
}
