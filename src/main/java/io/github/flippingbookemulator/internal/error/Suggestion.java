package io.github.flippingbookemulator.internal.error;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Finds the known name that is nearest to a mistyped one. */
public final class Suggestion {
  private Suggestion() {}

  /**
   * Returns the end of an error message about an unknown name.
   *
   * @param wrong the unknown name
   * @param known the known names
   * @return {@code ", did you mean 'speed'?"}; empty if no known name is near
   */
  public static String ending(String wrong, Collection<String> known) {
    return known.stream()
        .min(Comparator.comparingInt(name -> distance(wrong, name)))
        .filter(name -> distance(wrong, name) <= name.length() / 2)
        .map(name -> ", did you mean '" + name + "'?")
        .orElse("");
  }

  /**
   * Returns the edit distance of two names.
   *
   * @param one a name
   * @param other another
   * @return how many letters must be removed and added to get from one to the other; case does not
   *     count
   */
  public static int distance(String one, String other) {
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
        int both = diagonal;
        diagonal = row[j];
        boolean same = from.charAt(i - 1) == to.charAt(j - 1);
        row[j] = same ? both : 1 + Math.min(row[j], row[j - 1]);
      }
    }
    return row[to.length()];
  }
}
