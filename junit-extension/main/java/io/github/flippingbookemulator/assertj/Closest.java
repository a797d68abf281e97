package io.github.flippingbookemulator.assertj;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** Guesses what somebody meant who named something that does not exist. */
final class Closest {
  private Closest() {}

  /** Orders by how near one of their names is to the wrong one. */
  static <T> List<T> to(String wrong, List<T> all, Function<T, Stream<String>> names) {
    return all.stream()
        .sorted(
            Comparator.comparingInt(
                each -> names.apply(each).mapToInt(name -> distance(wrong, name)).min().orElse(0)))
        .toList();
  }

  /** How many letters must be removed, added and replaced; case does not count. */
  private static int distance(String one, String other) {
    String from = one.toLowerCase(Locale.ROOT);
    String to = other.toLowerCase(Locale.ROOT);
    int[] row = new int[to.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
