package io.github.flippingbookemulator.assertj;

import io.github.flippingbookemulator.internal.error.Suggestion;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds the objects that a test may have meant by a wrong name. */
final class NearMisses {
  private NearMisses() {}

  /** Sorts objects by how near one of their names is to the wrong one. */
  static <T> List<T> to(String wrong, List<T> all, Function<T, Stream<String>> names) {
    return all.stream()
        .sorted(
            Comparator.comparingInt(
                each ->
                    names
                        .apply(each)
                        .mapToInt(name -> Suggestion.distance(wrong, name))
                        .min()
                        .orElse(0)))
        .toList();
  }
}
