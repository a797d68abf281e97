package io.github.flippingbookemulator.assertj;

import io.github.flippingbookemulator.internal.error.Suggestion;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Guesses what somebody meant who named something that does not exist. */
final class NearMisses {
  private NearMisses() {}

  /** Orders by how near one of their names is to the wrong one. */
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
