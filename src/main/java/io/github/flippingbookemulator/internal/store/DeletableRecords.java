package io.github.flippingbookemulator.internal.store;

import io.github.flippingbookemulator.error.ErrorCode;
import io.github.flippingbookemulator.error.Refusal;
import io.github.flippingbookemulator.internal.fidelity.Reliance;
import io.github.flippingbookemulator.internal.fidelity.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The records of one kind of one account that stay readable after their deletion: in order, by id
 * and by a public key.
 *
 * <p>Records are immutable. Changes, and {@link #notDeleted}, need the account's lock; other
 * reading needs no lock.
 *
 * @param <T> the record
 */
public abstract class DeletableRecords<T> {
  private final OrderedStore<T> inOrder = new OrderedStore<>();
  private final Map<String, String> idsByKey = new ConcurrentHashMap<>();
  private final String kind;
  private final Function<T, String> id;
  private final Function<T, String> key;
  private final Predicate<T> deleted;
  private final @Nullable Statement writesRefused;
  private int notDeleted;

  /**
   * Begins without records.
   *
   * @param kind what people call a record, for refusals: {@code publication}
   * @param id returns its id
   * @param key returns its public key, such as the part of a URL
   * @param deleted whether it can only be read
   * @param writesRefused what says that a deleted record cannot be changed; null if that is
   *     documented
   */
  public DeletableRecords(
      String kind,
      Function<T, String> id,
      Function<T, String> key,
      Predicate<T> deleted,
      @Nullable Statement writesRefused) {
    this.writesRefused = writesRefused;
    this.kind = kind;
    this.id = id;
    this.key = key;
    this.deleted = deleted;
  }

  /** Finds a record, deleted or not. */
  public final Optional<T> find(String wanted) {
    return inOrder.find(wanted);
  }

  /**
   * Returns a record, deleted or not.
   *
   * @throws Refusal {@link ErrorCode#OBJECT_NOT_FOUND} if the account has none with this id
   */
  public final T get(String wanted) {
    return find(wanted).orElseThrow(() -> Refusal.notFound(kind, wanted));
  }

  /**
   * Returns a record for a change.
   *
   * @throws Refusal {@link ErrorCode#OBJECT_NOT_FOUND} if the account has none with this id, or it
   *     is deleted (E)
   */
  public final T getForWriting(String wanted) {
    T record = get(wanted);
    if (deleted.test(record)) {
      if (writesRefused != null) {
        Reliance.on(writesRefused);
      }
      throw Refusal.of(
          ErrorCode.OBJECT_NOT_FOUND,
          "The %s '%s' has been deleted, so it can only be read.".formatted(kind, wanted));
    }
    return record;
  }

  /** Returns all records, oldest first. */
  public final List<T> all() {
    return inOrder.all();
  }

  /** Finds a record by its public key. */
  public final Optional<T> findByKey(String wanted) {
    return Optional.ofNullable(idsByKey.get(wanted)).flatMap(this::find);
  }

  /** Returns a page of all records. */
  public final Page<T> page(Paging paging) {
    return inOrder.page(paging);
  }

  /** Returns a page of the records that a filter accepts. */
  public final Page<T> page(Predicate<T> filter, Paging paging) {
    return inOrder.page(filter, paging);
  }

  /** Adds or replaces a record. */
  public final void put(T record) {
    find(id.apply(record)).ifPresent(before -> notDeleted -= deleted.test(before) ? 0 : 1);
    notDeleted += deleted.test(record) ? 0 : 1;
    inOrder.put(id.apply(record), record);
    idsByKey.put(key.apply(record), id.apply(record));
  }

  /** Removes a record, so that nothing is left of it. */
  public final void remove(T record) {
    notDeleted -= deleted.test(record) ? 0 : 1;
    inOrder.remove(id.apply(record));
    idsByKey.remove(key.apply(record));
  }

  /** Returns how many records are not deleted; limits of a plan count these. */
  public final int notDeleted() {
    return notDeleted;
  }
}
