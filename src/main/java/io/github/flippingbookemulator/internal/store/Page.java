package io.github.flippingbookemulator.internal.store;

import java.util.List;

/**
 * A part of a list.
 *
 * @param total how many records the whole list has
 * @param records the part
 * @param <T> the record
 */
public record Page<T>(int total, List<T> records) {
  /**
   * Takes a part of a list.
   *
   * @param all the whole list
   * @param paging which part
   * @param <T> the record
   * @return the part, a copy
   */
  public static <T> Page<T> of(List<T> all, Paging paging) {
    int total = all.size();
    int from = Math.min(paging.offset(), total);
    int to = from + Math.min(paging.count(), total - from);
    return new Page<>(total, List.copyOf(all.subList(from, to)));
  }
}
