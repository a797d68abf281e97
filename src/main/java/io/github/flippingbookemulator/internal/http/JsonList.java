package io.github.flippingbookemulator.internal.http;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A list in an answer. Its items are made one at a time while the answer is written, so that a
 * client that does not read a large answer occupies little memory.
 */
public final class JsonList implements Iterable<Object> {
  private final Iterable<Object> items;

  private JsonList(Iterable<Object> items) {
    this.items = items;
  }

  /**
   * Makes a list with an item for each record.
   *
   * @param records what the list is about; must not change
   * @param json makes the item, a value that Jackson can write
   * @param <T> the record
   * @return the list
   */
  public static <T> JsonList of(List<T> records, Function<? super T, ?> json) {
    return new JsonList(() -> records.stream().<Object>map(json).iterator());
  }

  /**
   * Makes a list without the records for which there is no item.
   *
   * @param records what the list is about; must not change
   * @param json makes the item, a value that Jackson can write
   * @param <T> the record
   * @return the list
   */
  public static <T> JsonList ofPresent(List<T> records, Function<? super T, Optional<?>> json) {
    return new JsonList(
        () -> records.stream().flatMap(each -> stream(json.apply(each))).iterator());
  }

  @Override
  public Iterator<Object> iterator() {
    return items.iterator();
  }

  private static Stream<Object> stream(Optional<?> item) {
    return item.<Object>map(each -> each).stream();
  }
}
