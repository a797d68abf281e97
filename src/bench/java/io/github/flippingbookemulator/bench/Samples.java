package io.github.flippingbookemulator.bench;

import java.util.ArrayList;
import java.util.List;

/** The same figure, measured in several rounds. */
final class Samples {
  private final List<Double> values = new ArrayList<>();

  static Samples of(double value) {
    Samples one = new Samples();
    one.add(value);
    return one;
  }

  void add(double value) {
    values.add(value);
  }

  double median() {
    return median(values);
  }

  /** The median of the ratios of the rounds, which a machine with other work upsets least. */
  double ratioTo(Samples other) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      ratios.add(values.get(i) / other.values.get(i));
    }
    return median(ratios);
  }

  static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
