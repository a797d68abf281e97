package io.github.flippingbookemulator.assertj;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A selection of objects of one kind.
 *
 * @param one the word for one of them
 * @param more the word for several of them
 * @param all all objects
 * @param conditions what the selected ones have in common
 */
record Selection<T>(String one, String more, List<T> all, List<Condition<T>> conditions) {
  private static final int MOST_NEAR_MISSES = 5;

  /**
   * A condition.
   *
   * @param words such as {@code of event 'created'}
   * @param test whether an object meets it
   */
  record Condition<T>(String words, Predicate<T> test) {}

  static <T> Selection<T> of(String one, String more, List<T> all) {
    return new Selection<>(one, more, all, List.of());
  }

  Selection<T> where(String words, Predicate<T> test) {
    return new Selection<>(
        one,
        more,
        all,
        Stream.concat(conditions.stream(), Stream.of(new Condition<>(words, test))).toList());
  }

  List<T> matching() {
    return all.stream().filter(each -> broken(each).isEmpty()).toList();
  }

  /** Returns a text such as {@code 2 deliveries of event 'created'}. */
  String counted(int number) {
    return Descriptions.count(number, one, more) + words();
  }

  /** Returns a text such as {@code of event 'created'}, after a space. */
  String words() {
    return conditions.stream().map(each -> " " + each.words()).collect(Collectors.joining());
  }

  /** Returns the newest of those that break the fewest conditions, each with the broken ones. */
  List<String> nearMisses(Function<T, String> fact) {
    int fewest =
        all.stream().mapToInt(each -> broken(each).size()).filter(n -> n > 0).min().orElse(0);
    List<T> nearest = all.stream().filter(each -> broken(each).size() == fewest).toList();
    return fewest == 0
        ? List.of()
        : nearest.subList(Math.max(0, nearest.size() - MOST_NEAR_MISSES), nearest.size()).stream()
            .map(each -> fact.apply(each) + " (not " + String.join(", not ", broken(each)) + ")")
            .toList();
  }

  private List<String> broken(T each) {
    return conditions.stream()
        .filter(condition -> !condition.test().test(each))
        .map(Condition::words)
        .toList();
  }
}
