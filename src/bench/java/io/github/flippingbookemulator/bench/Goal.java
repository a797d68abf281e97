package io.github.flippingbookemulator.bench;

import java.util.function.DoublePredicate;

/**
 * What a figure, or its ratio to the comparison's, should be.
 *
 * @param words how the table shows it
 * @param ofRatio whether it is about the ratio
 * @param reached whether a value is good enough
 */
record Goal(String words, boolean ofRatio, DoublePredicate reached) {
  static final Goal NONE = new Goal("", false, value -> true);

  static Goal atMost(double limit) {
    return new Goal("at most " + Table.number(limit), false, value -> value <= limit);
  }

  static Goal atLeast(double limit) {
    return new Goal("at least " + Table.number(limit), false, value -> value >= limit);
  }

  static Goal ratioAtMost(double limit) {
    return new Goal("ratio at most " + limit, true, value -> value <= limit);
  }

  static Goal ratioAtLeast(double limit) {
    return new Goal("ratio at least " + limit, true, value -> value >= limit);
  }

  String verdict(double figure, double ratio) {
    if (words.isEmpty()) {
      return "";
    }
    return words + (reached.test(ofRatio ? ratio : figure) ? ": yes" : ": NO");
  }
}
